export default defineNuxtConfig({
  modules: ["@nuxt/content"],
  compatibilityDate: "2026-01-01",
  telemetry: false,
  experimental: { payloadExtraction: false },
  content: { experimental: { sqliteConnector: "native" } },
  nitro: { prerender: { crawlLinks: true, routes: ["/lijst", "/.verborgen"], failOnError: false } },
  routeRules: { "/oud": { redirect: "/gids" } },
});
