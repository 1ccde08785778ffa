import { defineConfig } from 'vitepress'

export default defineConfig({
  title: 'Proef',
  lang: 'nl',
  base: process.env.PROEF_BASIS ?? '/klant/',
  srcDir: 'tekst',
  srcExclude: ['**/README.md', 'delen/**'],
  cleanUrls: true,
  ignoreDeadLinks: true,
  rewrites: {
    'pakketten/:naam/docs/(.*)': ':naam/(.*)',
    'gids/oud.md': 'gids/nieuw.md',
  },
  locales: {
    root: { label: 'Nederlands', lang: 'nl' },
    en: { label: 'English', lang: 'en' },
  },
  themeConfig: { nav: [{ text: 'Gids', link: '/gids/' }] },
})
