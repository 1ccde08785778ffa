const posts = import.meta.glob("/content/blog/*.md");

export const entries = () =>
  Object.keys(posts).map((path) => ({ slug: path.split("/").pop().replace(".md", "") }));

export async function load({ params }) {
  const post = await posts[`/content/blog/${params.slug}.md`]();
  return { content: post.default };
}
