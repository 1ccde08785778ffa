export const generateStaticParams = () => [{ stad: "utrecht", dienst: "snoeien" }];

export default function Regio() {
  return <p>Regio</p>;
}
