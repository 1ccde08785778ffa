export const Component = () => <p>Over ons</p>;
