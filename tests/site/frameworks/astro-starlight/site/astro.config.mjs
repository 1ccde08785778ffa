import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

export default defineConfig({
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: 'Proef',
      pagefind: false,
      locales: { root: { label: 'Nederlands', lang: 'nl' }, en: { label: 'English' } },
    }),
  ],
})
