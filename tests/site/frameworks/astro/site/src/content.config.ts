import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

const blog = defineCollection({ loader: glob({ pattern: '**/*.{md,mdx}', base: './src/content/blog' }) })

export const collections = {
  blog,
  notities: defineCollection({ loader: glob({ pattern: '**/*.md', base: './notities' }) }),
}
