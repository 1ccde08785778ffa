import { defineConfig } from "vite";

export default defineConfig({ base: "/klant/", esbuild: { jsx: "automatic" } });
