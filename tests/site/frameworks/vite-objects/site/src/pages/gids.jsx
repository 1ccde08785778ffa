export const Component = () => <p>Gids</p>;
