import adapter from "@sveltejs/adapter-static";
import { mdsvex } from "mdsvex";
import slug from "rehype-slug";

export default {
  extensions: [".svelte", ".md"],
  preprocess: [mdsvex({ extensions: [".md"], rehypePlugins: [slug] })],
  kit: { adapter: adapter({ fallback: undefined, strict: false }), prerender: { handleHttpError: "ignore" } },
};
