import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'

export default defineConfig({
  site: 'https://example.org',
  base: '/sub',
  telemetry: false,
  integrations: [mdx()],
  redirects: { '/oud': '/over/', '/weg': { status: 302, destination: '/blog/eerste-bericht/' } },
})
