// What a React Router application serves: `node scripts/oracles/vite_router.mjs vite-objects vite-elements`, in a folder
// with npm's vite, react, react-dom and react-router. Vite loads the application's own route objects, and
// React Router's matchRoutes says which of the paths in `visited.json` they take.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.cwd(), 'package.json'))
const load = (name) => import(pathToFileURL(require.resolve(name)))
const { createServer } = await load('vite')
const { matchRoutes } = await load('react-router')
const { version } = JSON.parse(fs.readFileSync(path.join(process.cwd(), 'node_modules/react-router/package.json')))
const frameworks = path.join(import.meta.dirname, '../../tests/site/frameworks')

for (const name of process.argv.slice(2)) {
  const site = path.join(fs.mkdtempSync(path.join(process.cwd(), 'oracle-')), 'site')
  fs.cpSync(path.join(frameworks, name, 'site'), site, { recursive: true })
  const server = await createServer({ root: site, appType: 'custom', server: { middlewareMode: true }, optimizeDeps: { noDiscovery: true } })
  const entry = ['/src/App.jsx', '/src/routes.jsx', '/app/routes.ts'].find((one) => fs.existsSync(site + one))
  const main = await server.ssrLoadModule(entry)
  const routes = main.routes ?? main.default
  const fed = main.fed ?? files(site)
  const base = server.config.base.replace(/\/$/, '')
  await server.close()
  const visited = JSON.parse(fs.readFileSync(path.join(frameworks, name, 'visited.json')))
  const told = Object.groupBy(visited, (one) => verdict(matchRoutes(routes, one), one, fed))
  const pages = (routes = []) => Object.fromEntries(routes.map((route) => [route, []]))
  const data = {
    'made by': `react-router ${version}`,
    ...(base && { base }),
    pages: pages(told.page),
    fed: pages(told.fed),
    redirects: [],
    refused: told.refused,
    links: Object.fromEntries(fed.map((route) => [route, links(site, route)]).filter(([, found]) => Object.keys(found).length)),
  }
  fs.writeFileSync(path.join(frameworks, name, 'routes.json'), JSON.stringify(data, null, 1) + '\n')
}

/** A path without parameters is a page; one with them is fed, by a file where files feed its folder. */
function verdict(matches, visited, fed) {
  const route = matches?.at(-1).route
  if (!matches || route.path === '*') return 'refused'
  if (!Object.keys(matches.at(-1).params).length) return 'page'
  const isFedByFiles = fed.some((one) => path.dirname(one) === path.dirname(visited))
  return !isFedByFiles || fed.includes(visited) ? 'fed' : 'refused'
}

/** What the application finds itself where it tells; else every file is fed at its own path. */
function files(site) {
  const folder = path.join(site, 'content')
  const names = fs.readdirSync(folder, { recursive: true }).filter((one) => one.endsWith('.md'))
  return names.map((one) => '/' + one.replace('.md', '')).sort()
}

function links(site, route) {
  const folder = path.join(site, 'content')
  const file = fs.readdirSync(folder, { recursive: true }).find((one) => path.basename(one) === path.basename(route) + '.md')
  const text = fs.readFileSync(path.join(folder, file), 'utf8')
  return Object.fromEntries([...text.matchAll(/\[(naar [^\]]*)\]\(([^)]*)\)/g)].map((found) => [found[1], found[2]]))
}
