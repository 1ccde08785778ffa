import createMDX from "@next/mdx";

const withMDX = createMDX({ options: { rehypePlugins: ["rehype-slug"] } });

export default withMDX({
  basePath: "/klant",
  trailingSlash: true,
  pageExtensions: ["js", "jsx", "mdx"],
  redirects: async () => [
    { source: "/oud", destination: "/over", permanent: true },
    { source: "/elders", destination: "/", basePath: false, permanent: true },
  ],
});
