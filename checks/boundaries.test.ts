import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { BOUNDARIES, MACHINERY, PURE_ROOMS, REGISTER_REACHES } from './boundaries.ts'
import type { SourceFile } from './source-files.ts'
import { sourceFiles } from './source-files.ts'

const files = sourceFiles()
const byPath = new Map(files.map((file) => [file.path, file]))

test('every room stands in the table, and none that is not there', () => {
  const rooms = [...new Set(files.map(({ room }) => room))].filter((room) => room !== 'doors').sort()
  deepEqual(Object.keys(BOUNDARIES).sort(), rooms)
})

test('a room imports only the rooms that the table gives it', () => {
  const strayed = files.flatMap(({ path, room, imports }) =>
    imports.filter((each) => each.path.startsWith('src/') && !mayImport(room, each.path)).map((each) => `${path} imports ${each.path}`),
  )
  deepEqual(strayed, [])
})

function mayImport(room: string, path: string): boolean {
  const to = byPath.get(path)?.room ?? path.split('/')[1] ?? ''
  return room === 'doors' || to === room || to === 'platform' || (BOUNDARIES[room] ?? []).includes(to)
}

test('no room imports a door, a test’s support or a check', () => {
  const outside = files.flatMap(({ path, imports }) =>
    imports.filter((each) => /^(checks|support|journeys|bench|tools)\//.test(each.path)).map((each) => `${path} imports ${each.path}`),
  )
  deepEqual(outside, [])
})

test('the table gives no room what it does not use', () => {
  const unused = Object.entries(BOUNDARIES).flatMap(([room, allowed]) => {
    const used = new Set(
      files.filter((file) => file.room === room).flatMap(({ imports }) => imports.map((each) => byPath.get(each.path)?.room)),
    )
    return allowed.filter((other) => !used.has(other)).map((other) => `${room}: ${other}`)
  })
  deepEqual(unused, [])
})

test('no files import each other in a circle', () => {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: SourceFile, trail: string[]): void => {
    if (trail.includes(file.path)) circles.push([...trail.slice(trail.indexOf(file.path)), file.path].join(' → '))
    if (trail.includes(file.path) || done.has(file.path)) return
    for (const next of needed(file)) visit(next, [...trail, file.path])
    done.add(file.path)
  }
  for (const file of files) visit(file, [])
  deepEqual(circles, [])
})

/** What must be loaded for a file to run. */
function needed(file: SourceFile): SourceFile[] {
  return file.imports.filter(({ typeOnly }) => !typeOnly).flatMap(({ path }) => byPath.get(path) ?? [])
}

test('reading and the referee reach no database and no web, however far their imports go', () => {
  for (const [room, forbidden] of Object.entries(PURE_ROOMS)) {
    const reached = reachedFrom(files.filter((file) => file.room === room && !file.path.endsWith('.command.ts')))
    const impure = [...reached].filter(
      (path) => forbidden.some((folder) => path.startsWith(`src/${folder}`)) || path === 'kysely' || path === 'pg',
    )
    deepEqual(impure, [], room)
  }
})

test('the register reaches the views of its own schema, and no other room’s way to the record', () => {
  const own = files.filter(({ room }) => room === 'register')
  const others = [...reachedFrom(own)].filter((path) => path.startsWith('src/') && !/^src\/(register|platform)\//.test(path))
  deepEqual(others.sort(), [...REGISTER_REACHES])
  const elsewhere = own.filter(({ text }) => /\.db\b|inCouncil|inTransaction|(?:selectFrom|innerJoin|leftJoin)\('(?!register\.)/.test(text))
  deepEqual(
    elsewhere.map(({ path }) => path),
    [],
  )
})

function reachedFrom(start: SourceFile[]): Set<string> {
  const reached = new Set<string>()
  const queue = [...start]
  for (const file of queue) {
    for (const { path, typeOnly } of file.imports) {
      if (typeOnly || reached.has(path)) continue
      reached.add(path)
      const next = byPath.get(path)
      if (next) queue.push(next)
    }
  }
  return reached
}

test('no file both speaks SQL and renders pages', () => {
  const both = files.filter(
    ({ path, text }) => path.endsWith('.tsx') && (/\bsql`/.test(text) || /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text)),
  )
  deepEqual(
    both.map(({ path }) => path),
    [],
  )
})

const WRITES = /(?:insertInto|updateTable|deleteFrom)\(\s*'(\w+)'|\b(?:insert into|delete from|update) (\w+)(?= ?\(| set | where )/g

function tablesWritten({ text }: SourceFile): string[] {
  return [...new Set([...text.matchAll(WRITES)].flatMap(([, built, plain]) => built ?? plain ?? []))]
}

test('one folder writes a table', () => {
  const writers = new Map<string, Set<string>>()
  for (const file of files.filter(({ room }) => room !== 'platform')) {
    for (const table of tablesWritten(file)) writers.set(table, (writers.get(table) ?? new Set()).add(file.room))
  }
  const shared = [...writers].filter(([, rooms]) => rooms.size > 1).map(([table, rooms]) => `${table}: ${[...rooms].join(', ')}`)
  deepEqual(shared, [])
  equal(writers.size > 20, true, `only ${writers.size} tables were found to be written`)
})

test('what writes the record records an event, or says that its caller does', () => {
  const silent = files.filter((file) => {
    const record = file.room === 'platform' ? [] : tablesWritten(file).filter((table) => !MACHINERY.includes(table) && table !== 'event')
    return record.length > 0 && !/\brecordEvent\(|Records? no event/.test(file.text)
  })
  deepEqual(
    silent.map(({ path }) => path),
    [],
  )
})

test('nothing on the record is updated or deleted', () => {
  const changed = files.flatMap(({ path, room, text }) =>
    room === 'platform'
      ? []
      : [...text.matchAll(/(?:updateTable|deleteFrom)\(\s*'(\w+)'/g)]
          .filter(([, table]) => !MACHINERY.includes(table ?? ''))
          .map(([, table]) => `${path}: ${table}`),
  )
  deepEqual(changed, [])
})
