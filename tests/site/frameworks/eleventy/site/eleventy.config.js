export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy('src/assets')
  eleventyConfig.addPassthroughCopy({ 'public/': '/' })
  eleventyConfig.addFilter('kort', (value) => {
    return value.slice(0, 10)
  })
  return { dir: { input: 'src', includes: '_includes' }, markdownTemplateEngine: 'liquid' }
}
