export const dynamicParams = false;
export const generateStaticParams = () => [{ slug: "een" }, { slug: "twee" }];
export default function Dienst() {
  return <h1>Dienst</h1>;
}
