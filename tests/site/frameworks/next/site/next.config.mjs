import createMDX from "@next/mdx";

const withMDX = createMDX({ options: { rehypePlugins: ["rehype-slug"] } });

/** @type {import('next').NextConfig} */
const nextConfig = {
  pageExtensions: ["js", "jsx", "md", "mdx"],
  trailingSlash: false,
  async redirects() {
    return [
      { source: "/oud", destination: "/over-ons", permanent: true },
      { source: "/archief/:slug", destination: "/blog", permanent: false },
    ];
  },
};

export default withMDX(nextConfig);
