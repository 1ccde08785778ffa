const pages = import.meta.glob("/content/gids/**/*.md");

// What is left may be nothing at all: the code decides what that shows.
export const entries = () =>
  ["", ...Object.keys(pages)].map((path) => ({ pad: path.replace("/content/gids/", "").replace(".md", "") }));

export async function load({ params }) {
  const page = await pages[`/content/gids/${params.pad || "begin"}.md`]();
  return { content: page.default };
}
