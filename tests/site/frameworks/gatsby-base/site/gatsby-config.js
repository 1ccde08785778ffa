module.exports = {
  pathPrefix: "/klant",
  trailingSlash: "never",
  plugins: [
    { resolve: "gatsby-source-filesystem", options: { name: "pages", path: `${__dirname}/src/pages` } },
    { resolve: "gatsby-source-filesystem", options: { name: "blog", path: `${__dirname}/content/blog` } },
    "gatsby-plugin-mdx",
  ],
};
