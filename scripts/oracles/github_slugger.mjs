// Write what the npm package github-slugger (ISC) does, so that neither contentlint nor its tests need node:
// the characters it keeps (package data) and its ids for the headings of many scripts (test oracle).
// Run: npm install github-slugger && node scripts/oracles/github_slugger.mjs
import fs from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'

const required = createRequire(path.join(process.cwd(), 'package.json')).resolve('github-slugger')
const {default: Slugger, slug} = await import(pathToFileURL(required))
const version = JSON.parse(fs.readFileSync(path.join(path.dirname(required), 'package.json'))).version
const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..')

function keptRanges() {
  const ranges = []
  let start = -1
  for (let code = 0; code <= 0x110000; code++) {
    const isText = code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
    const kept = isText && slug(String.fromCodePoint(code), true) !== ''
    if (kept && start < 0) start = code
    if (!kept && start >= 0) {
      ranges.push(start, code - 1)
      start = -1
    }
  }
  return ranges
}

const data = {source: `github-slugger ${version} (ISC); made by scripts/oracles/github_slugger.mjs`, kept: keptRanges()}
fs.writeFileSync(path.join(root, 'src/contentlint/site/github_slugger.json'), JSON.stringify(data) + '\n')

const pages = JSON.parse(fs.readFileSync(path.join(root, 'tests/site/anchors/headings.json')))
const ids = pages.map((page) => {
  const slugger = new Slugger()
  return page.map((heading) => slugger.slug(heading))
})
const oracle = {source: `github-slugger ${version}`, ids}
fs.writeFileSync(path.join(root, 'tests/site/anchors/github.json'), JSON.stringify(oracle, null, 1) + '\n')
