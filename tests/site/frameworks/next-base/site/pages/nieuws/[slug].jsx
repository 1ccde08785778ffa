import { readdirSync, readFileSync } from "node:fs";

export const getStaticPaths = () => ({
  paths: readdirSync("content/nieuws").map((name) => ({ params: { slug: name.replace(/\.md$/, "") } })),
  fallback: false,
});

export const getStaticProps = ({ params }) => ({
  props: { text: readFileSync(`content/nieuws/${params.slug}.md`, "utf8") },
});

export default function Nieuws({ text }) {
  return <pre>{text}</pre>;
}
