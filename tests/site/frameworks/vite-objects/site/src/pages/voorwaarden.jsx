export default () => <p>Voorwaarden</p>;
