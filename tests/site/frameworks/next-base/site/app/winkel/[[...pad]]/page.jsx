export const generateStaticParams = () => [{ pad: [] }, { pad: ["gras"] }];

export default function Winkel() {
  return <p>Winkel</p>;
}
