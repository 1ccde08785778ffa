import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'

const base = '/klant'

export default defineConfig({
  site: 'https://example.org',
  base,
  trailingSlash: 'always',
  build: { format: 'directory' },
  integrations: [mdx()],
  redirects: { '/oud': '/klant/over/' },
})
