import { readdirSync } from "node:fs";

export const dynamicParams = false;

export const generateStaticParams = () =>
  readdirSync("content/blog").map((name) => ({ slug: name.replace(/\.mdx$/, "") }));

export default async function Bericht({ params }) {
  const { slug } = await params;
  const { default: Inhoud } = await import(`../../../content/blog/${slug}.mdx`);
  return <Inhoud />;
}
