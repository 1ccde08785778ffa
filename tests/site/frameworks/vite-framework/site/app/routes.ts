import { index, layout, prefix, route, type RouteConfig } from "@react-router/dev/routes";
import { RECEPTEN } from "./paths";
import { winkel } from "./routes/winkel";

export default [
  index("./pages/thuis.tsx"),
  route("over-ons", "./pages/over.tsx", [route("team/:lid?", "./pages/team.tsx")]),
  layout("./pages/kader.tsx", [
    route("inloggen", "./pages/inloggen.tsx"),
    layout("./pages/binnen.tsx", [route("profiel", "./pages/profiel.tsx")]),
  ]),
  ...prefix(RECEPTEN, [
    index("./pages/recepten.tsx"),
    route(":slug", "./pages/recept.tsx"),
    route("nieuw", "./pages/nieuw.tsx"),
  ]),
  ...winkel,
  route("bestanden/*", "./pages/bestanden.tsx"),
  route("*", "./pages/niets.tsx"),
] satisfies RouteConfig;
