import { defineConfig } from 'astro/config'

export default defineConfig({ base: '/klant/', trailingSlash: 'never', build: { format: 'file' } })
