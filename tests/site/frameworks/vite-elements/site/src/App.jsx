import { lazy, Suspense } from "react";
import { createRoutesFromElements, Outlet, Route, Routes } from "react-router";
import Winkel from "./pages/Winkel";
import { ROUTES } from "./paths";

const Over = lazy(() => import("./pages/Over"));
const artikelen = import.meta.glob("/content/artikelen/*.md", { query: "?raw" });
const wacht = <p>Even geduld, a.u.b. (laden)</p>;

/** The files that feed a route, as the application itself finds them. */
export const fed = Object.keys(artikelen).map((name) => name.replace("/content/artikelen", "/kennisbank").replace(".md", ""));

const pages = (
  <Route path="/" element={<Outlet />}>
    <Route index element={<p>Thuis</p>} />
    <Route
      path="over"
      element={
        <Suspense fallback={wacht}>
          <Over kop={"Over > ons"} bij={(x) => x > 1} />
        </Suspense>
      }
    />
    <Route path={ROUTES.kennis} element={<Outlet />}>
      <Route index element={<p>Kennisbank</p>} />
      <Route path=":slug" element={<p>Artikel</p>} />
    </Route>
    <Route element={<Outlet />}>
      <Route path="diensten">
        <Route index element={<p>Diensten</p>} />
        <Route path="tuin/aanleg" element={<p>Aanleg</p>} />
        <Route path="tuin/:soort" element={<p>Soort</p>} />
      </Route>
      {/* <Route path="oud" element={<p>Oud</p>} /> */}
    </Route>
    <Route path={`${ROUTES.winkel}/*`} element={<Winkel />} />
    <Route path="*" element={<p>Niets</p>} />
  </Route>
);

export const routes = createRoutesFromElements(pages);

export default function App() {
  return <Routes>{pages}</Routes>;
}
