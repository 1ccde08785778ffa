export const OVER = "over-ons";

export const PATHS = {
  blog: "blog",
  dienst: "diensten/:dienst",
  contact: "/contact",
  beheer: { leden: "leden/:id/bewerk" },
};

export default "gids";
