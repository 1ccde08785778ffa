import { readdirSync } from "node:fs";

export const dynamicParams = false;

export const generateStaticParams = () =>
  readdirSync("content/handleiding", { recursive: true })
    .filter((name) => name.endsWith(".mdx"))
    .map((name) => ({ pad: name.replace(/\.mdx$/, "").split("/") }));

export default async function Bladzijde({ params }) {
  const pad = (await params).pad.join("/");
  const { default: Inhoud } = await import(`../../../content/handleiding/${pad}.mdx`);
  return <Inhoud />;
}
