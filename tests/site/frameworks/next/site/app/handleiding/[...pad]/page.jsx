export const generateStaticParams = () => [{ pad: ["a", "b"] }];
export default function Handleiding() {
  return <h1>Handleiding</h1>;
}
