export default () => <p>Over ons</p>;
