export default {
  title: 'Proef',
  url: 'https://www.example.nl',
  baseUrl: '/klant/',
  trailingSlash: false,
  onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'nl', locales: ['nl'] },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: { routeBasePath: 'nieuws', onInlineAuthors: 'ignore' } }]],
}
