// @ts-check
const config = {
  title: 'Proef',
  url: 'https://www.example.nl',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  i18n: { defaultLocale: 'nl', locales: ['nl'] },
  presets: [
    [
      'classic',
      /** @type {import('@docusaurus/preset-classic').Options} */
      ({
        docs: { sidebarPath: './sidebars.js' },
        blog: { onUntruncatedBlogPosts: 'ignore', onInlineAuthors: 'ignore' },
      }),
    ],
  ],
  plugins: [
    ['@docusaurus/plugin-content-docs', { id: 'api', path: 'handleiding', routeBasePath: 'handleiding', sidebarPath: false }],
    ['@docusaurus/plugin-client-redirects', { redirects: [{ from: ['/oud', '/ouder'], to: '/docs/install' }] }],
  ],
};

export default config;
