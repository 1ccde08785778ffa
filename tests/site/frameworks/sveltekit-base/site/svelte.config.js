import adapter from "@sveltejs/adapter-static";
import { mdsvex } from "mdsvex";
import slug from "rehype-slug";

/** @type {import("@sveltejs/kit").Config} */
const config = {
  extensions: [".svelte", ".md"],
  preprocess: [mdsvex({ extensions: [".md"], rehypePlugins: [slug] })],
  kit: {
    adapter: adapter({ strict: false }),
    paths: { base: process.argv.includes("dev") ? "" : "/klant", relative: false },
    prerender: { handleHttpError: "ignore", handleMissingId: "ignore" },
  },
};

export default config;
