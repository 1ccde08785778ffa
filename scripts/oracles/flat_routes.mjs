// Which routes React Router makes of file names, for tests/site/flat_routes.json:
//   npm install @react-router/fs-routes @react-router/dev react-router
//   node scripts/oracles/flat_routes.mjs > tests/site/flat_routes.json
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tmpdir } from "node:os";

const NAMES = [
  "_index.tsx", "about.tsx", "concerts.trending.tsx", "concerts.$city.tsx", "concerts_.mine.tsx", "_auth.login.tsx",
  "_auth.tsx", "($lang)._index.tsx", "($lang).$productId.tsx", "($lang).categories.tsx", "files.$.tsx", "$.tsx",
  "dolla-bills-[$].tsx", "[sitemap.xml].tsx", "weird-url.[_index].tsx", "reports.$id[.pdf].ts", "items.(edit).tsx",
  "nl_.about_.x.tsx", "app._index.tsx", "app.tsx", "[_so]-odd.tsx", "app.projects/route.tsx",
];

const app = mkdtempSync(join(tmpdir(), "routes-"));
for (const name of ["../root.tsx", ...NAMES]) {
  const file = join(app, "routes", name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
}
globalThis.__reactRouterAppDirectory = app;
const { flatRoutes } = await import("@react-router/fs-routes");

const found = {};
const walk = (routes, above) => {
  for (const { file, path, children } of routes) {
    found[`app/${file}`] = `${above}/${path ?? ""}`.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
    walk(children ?? [], found[`app/${file}`]);
  }
};
walk(await flatRoutes(), "");
console.log(JSON.stringify(Object.fromEntries(Object.entries(found).sort()), null, 1));
