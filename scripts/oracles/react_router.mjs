// Which paths a route of React Router takes: `node scripts/oracles/react_router.mjs > tests/site/react_router.json`,
// in a folder whose node_modules hold react-router, react and react-dom.
import { readFileSync } from "node:fs";
import { matchPath } from "react-router";

const patterns = [
  "/over", "/blog/:slug", "/docs/*", "/a/:b/c", "/taal/:lang?/start", "/x/:id/:naam", "/Hoofd", "/é/:b", "/v1.0/:b",
  "/x/:id/bewerk", "/lang/een/twee/drie",
];
const paths = [
  "/", "/over", "/over/x", "/blog", "/blog/een", "/blog/een/twee", "/docs", "/docs/a", "/docs/a/b", "/docsa", "/a/1/c",
  "/a/1/2/c", "/a/c", "/taal/start", "/taal/nl/start", "/taal/nl/en/start", "/taal", "/x/1/2", "/x/1", "/x/1/bewerk",
  "/Hoofd", "/é/1", "/v1.0/2", "/v1x0/2", "/lang/een/twee/drie", "/lang/een",
];
const { version } = JSON.parse(readFileSync("node_modules/react-router/package.json", "utf8"));
const taken = Object.fromEntries(patterns.map((one) => [one, paths.filter((path) => matchPath(one, path))]));
console.log(JSON.stringify({ "made by": `react-router ${version}`, paths, taken }, null, 1));
