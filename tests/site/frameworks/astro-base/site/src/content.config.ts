import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

const blog = defineCollection({ loader: glob({ pattern: '**/*.md', base: './src/content/blog' }) })
const gids = defineCollection({ loader: glob({ pattern: '**/[^_]*.{md,mdx}', base: './src/content/gids' }) })

const nieuws = defineCollection({ loader: glob({ pattern: '*.md', base: './src/content/nieuws' }) })

export const collections = { blog, gids, nieuws }
