import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { repositoryFiles, sourceFiles, textOfFile } from './source-files.ts'

const glossary = textOfFile('GLOSSARY.md')

/** The words in bold, singular and small. */
const words = new Set(
  [...glossary.matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, term]) => (term ?? '').toLowerCase().split(/\s+/)).map(singular),
)
/** The words after "Not:". */
const refused = [...glossary.matchAll(/Not: ([^.]+)\./g)]
  .flatMap(([, list]) => (list ?? '').split(','))
  .map((term) => term.trim().toLowerCase())

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')
}

/** Joins words to one another and names nothing. */
const JOINTS = new Set(['in', 'reset'])

test('every room is named with words of the glossary', () => {
  const rooms = [...new Set(sourceFiles().map(({ room }) => room))].filter((room) => room !== 'doors' && room !== 'platform')
  const strange = rooms.filter((room) => room.split('-').some((word) => !words.has(singular(word))))
  // Plans, and people, are known as such to everyone.
  deepEqual(
    strange.filter((room) => !['action-plans', 'people'].includes(room)),
    [],
  )
})

test('every table is named with words of the glossary', () => {
  const tables = repositoryFiles('src/platform/database/migrations/*.sql').flatMap((path) =>
    [...textOfFile(path).matchAll(/^create table (\w+)/gm)].map(([, name]) => name ?? ''),
  )
  const strange = tables.filter((table) => table.split('_').some((word) => !words.has(singular(word)) && !JOINTS.has(word)))
  deepEqual(strange, [])
})

test('nothing is named with a word that the glossary refuses', () => {
  const names = sourceFiles()
    .filter(({ room }) => room !== 'platform')
    .flatMap(({ path, text }) => [
      path,
      ...[...text.matchAll(/^export (?:async )?(?:function|const|type|interface|class) (\w+)/gm)].map(([, name]) => `${path} ${name}`),
    ])
  const strange = names.filter((name) =>
    refused.some((term) => new RegExp(`(^|[^a-z])${term.replaceAll(' ', '[-_ ]?')}s?([^a-z]|$)`).test(plain(name))),
  )
  deepEqual(strange, [])
})

/** `listAuditLogs` → list audit logs */
function plain(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
