const posts = import.meta.glob("/content/blog/*.md", { query: "?raw" });

/** The files that feed a route, as the application itself finds them. */
export const fed = Object.keys(posts).map((name) => name.replace("/content", "").replace(".md", ""));

export const blogRoutes = [
  { index: true },
  {
    path: ":slug",
    loader: async ({ params }) => {
      const post = posts[`/content/blog/${params.slug}.md`];
      if (!post) throw new Response("", { status: 404 });
      return post();
    },
  },
];
