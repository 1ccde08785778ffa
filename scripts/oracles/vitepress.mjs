// Write VitePress' own ids for the headings: `node scripts/oracles/vitepress.mjs`, with npm's vitepress 1 installed
// in the working folder. What Markdown would take for markup is escaped.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const required = createRequire(path.join(process.cwd(), 'package.json')).resolve('vitepress/package.json')
const { version } = JSON.parse(fs.readFileSync(required))
const { createMarkdownRenderer } = await import(pathToFileURL(path.join(path.dirname(required), 'dist/node/index.js')))
const folder = path.join(import.meta.dirname, '../../tests/site/anchors')
const renderer = await createMarkdownRenderer(folder)

const written = (heading) => '## ' + heading.replace(/[!#-%'-\/:;=?@[-`{-~]/g, '\\$&')
const ids = JSON.parse(fs.readFileSync(path.join(folder, 'headings.json'))).map((page) =>
  renderer
    .parse(page.map(written).join('\n\n'), {})
    .filter((token) => token.type === 'heading_open')
    .map((token) => token.attrGet('id')),
)
fs.writeFileSync(
  path.join(folder, 'vitepress.json'),
  JSON.stringify({ source: `vitepress ${version}`, ids }, null, 1) + '\n',
)
