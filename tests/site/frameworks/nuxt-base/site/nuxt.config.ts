export default defineNuxtConfig({
  modules: ["@nuxt/content"],
  app: { baseURL: "/klant/" },
  compatibilityDate: "2026-01-01",
  telemetry: false,
  experimental: { payloadExtraction: false },
  content: { experimental: { sqliteConnector: "native" } },
  nitro: { prerender: { crawlLinks: true, failOnError: false } },
});
