import { lazy } from "react";
import { Outlet } from "react-router";
import { blogRoutes } from "./blog/blogRoutes";
import GIDS, { OVER, PATHS } from "./paths";

const Voorwaarden = lazy(() => import("./pages/voorwaarden"));
const Niets = () => <p>Foto's, tekst en uitleg: niet gevonden</p>;

const beheer = {
  path: "beheer",
  element: <Outlet />,
  children: [
    { index: true, element: <p>Beheer, alleen voor leden</p> },
    { path: PATHS.beheer.leden, element: <p>Lid</p> },
    { path: "instellingen?", element: <p>Instellingen</p> },
  ],
};

export { fed } from "./blog/blogRoutes";

export const routes = [
  {
    path: "/",
    element: <Outlet />,
    errorElement: <Niets />,
    children: [
      { index: true, element: <p>Thuis</p> },
      { path: OVER, lazy: () => import("./pages/over") },
      { path: PATHS.blog, children: blogRoutes },
      { path: PATHS.dienst, element: <p>Dienst</p> },
      { path: PATHS.contact, element: <p>Contact</p> },
      {
        element: <Outlet />,
        children: [
          { path: "voorwaarden", element: <Voorwaarden /> },
          { path: `${PATHS.blog}-archief`, element: <p>Archief</p> },
          { path: OVER + "/team", element: <p>Team</p> },
        ],
      },
    ],
  },
  beheer,
  { path: `/${GIDS}/*`, lazy: () => import("./pages/gids") },
  { path: "*", element: <Niets /> },
];
