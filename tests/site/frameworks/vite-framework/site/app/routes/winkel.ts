import { prefix, route } from "@react-router/dev/routes";

export const winkel = prefix("winkel", [
  route("mandje", "./pages/mandje.tsx"),
  ...prefix("product", [route(":id", "./pages/product.tsx"), route(":id/foto", "./pages/foto.tsx")]),
]);
