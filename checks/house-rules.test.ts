import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { repositoryFiles, sourceFiles, textOfFile } from './source-files.ts'

const OWN = '{src,checks,support,journeys,bench,tools}/**/*.{ts,tsx,mjs,scss,sql,svg,typ}'
const files = repositoryFiles(OWN)
const nameOf = (path: string) => path.split('/').at(-1) ?? ''

test('file names are kebab-case', () => {
  deepEqual(
    files.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(nameOf(path))),
    [],
  )
})

test('no two files have the same name', () => {
  const seen = new Map<string, string[]>()
  for (const path of files) seen.set(nameOf(path), [...(seen.get(nameOf(path)) ?? []), path])
  deepEqual(
    [...seen.values()].filter((same) => same.length > 1),
    [],
  )
})

test('no file gathers others up', () => {
  deepEqual(
    files.filter((path) => /^index\.tsx?$/.test(nameOf(path))),
    [],
  )
  deepEqual(
    sourceFiles()
      .filter(({ text }) => /^export \* from/m.test(text))
      .map(({ path }) => path),
    [],
  )
})

test('nothing is exported without a name', () => {
  deepEqual(
    files.filter((path) => /\.tsx?$/.test(path) && /^export default /m.test(textOfFile(path))),
    [],
  )
})

const EMPTY_WORDS = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'manager',
  'handle',
  'handler',
  'process',
  'data',
  'info',
  'misc',
  'new',
  'v2',
  'legacy',
  'stuff',
]

test('no name is made of words that say nothing', () => {
  // `server-account.ts` names a thing; `process` and `data` alone never do, but for the data folder that people are told of.
  const allowed = new Set(['data-folder.ts'])
  const empty = files.filter(
    (path) => !allowed.has(nameOf(path)) && path.split('/').some((part) => part.split(/[-.]/).some((word) => EMPTY_WORDS.includes(word))),
  )
  deepEqual(empty, [])
})

test('every room says what it is, in fewer than forty lines', () => {
  const rooms = [...new Set(sourceFiles().map(({ room }) => room))].filter((room) => room !== 'doors' && room !== 'platform')
  const readmes = new Map(repositoryFiles('src/**/README.md').map((path) => [path, textOfFile(path)]))
  deepEqual(
    rooms.filter((room) => !readmes.has(`src/${room}/README.md`)),
    [],
  )
  deepEqual(
    [...readmes].filter(([path, text]) => text.trimEnd().split('\n').length >= (path.includes('platform') ? 60 : 40)).map(([path]) => path),
    [],
  )
})

test('types are not switched off', () => {
  const off = /@ts-(ignore|expect-error|nocheck)|:\s*any\b|\bas any\b|<any>|(oxlint|eslint)-disable(?!.* -- )/
  deepEqual(
    files.filter((path) => /\.tsx?$/.test(path) && !path.startsWith('checks/house-rules') && off.test(textOfFile(path))),
    [],
  )
})

test('pages hold no inline style, no inline script, and no markup that was not made of elements', () => {
  const inline = /\sstyle=|dangerouslySetInnerHTML|\son[a-z]+=[{"]/
  // A paper is written as HTML by platform/documents/write-html.ts, which escapes every text and is tested for it.
  const writtenElsewhere = 'src/papers/printed-paper.tsx'
  deepEqual(
    sourceFiles()
      .filter(({ path, text }) => path.endsWith('.tsx') && path !== writtenElsewhere && inline.test(text))
      .map(({ path }) => path),
    [],
  )
})

test('the repository names no machine’s paths and no registry', () => {
  const every = repositoryFiles('**/*.{ts,tsx,mjs,json,md,scss,sql,yml,yaml,typ}').concat(repositoryFiles('heed'))
  const place = new RegExp(['/' + 'work/main', '/' + 'root/', '/' + 'home/[a-z]+/', 'registry' + '\\.', 'C:\\\\' + 'Users'].join('|'))
  deepEqual(
    every.filter((path) => place.test(textOfFile(path))),
    [],
  )
})
