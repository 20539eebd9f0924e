import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { refuse, refuseIf, refuseUnless } from '../core/refusal.ts'
import { backupParts, type BackupHeading, type BackupPart } from './backup-file.ts'
import {
  inOneTransaction,
  MIGRATION_LOCK,
  prepareForMigrations,
  readMigrations,
  recordedMigrations,
  refuseStrangers,
  runMigration,
  type Migration,
} from './migrate.ts'
import { EXACT_VALUES, list, recordTables, tableSum, type RecordTable, type TableSum } from './record-tables.ts'
import { withClient } from './with-client.ts'

export type RestoreResult = { made_at: string; tables: number; rows: number; migrated: number }

/**
 * Loads a backup into an empty database, in one transaction, reading every table back to see that it is the same to the last row; a backup
 * of an earlier Heed is then migrated forward. Refuses, with nothing changed: (invalid) a file that is damaged or no backup,
 * (conflict) one of a newer Heed's, or a database that holds anything.
 */
export async function restore(url: string, file: string, known: Migration[] = readMigrations()): Promise<RestoreResult> {
  const heading = await verifyBackup(file, known)
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(EXACT_VALUES)
    await refuseUnlessEmpty(client, heading)
    return inOneTransaction(client, () => load(client, file, heading, known))
  })
}

/** Reads the file to its end; nothing of it has been used yet. */
async function verifyBackup(file: string, known: Migration[]): Promise<BackupHeading> {
  refuseUnless(existsSync(file), 'not-found', `There is no file ${file}.`)
  let heading: BackupHeading | undefined
  for await (const part of backupParts(file)) {
    if (!('heading' in part)) continue
    heading = part.heading
    refuseIf(
      heading.migrations.length > known.length,
      'conflict',
      `${file} was made by a newer Heed (${heading.heed}). Restore it with that Heed, or a later one. Nothing was changed.`,
    )
  }
  if (!heading) refuse('invalid', `${file} is not a backup of Heed’s.`)
  // Only now: in a damaged file a migration may seem another one.
  refuseStrangers(heading.migrations, known)
  return heading
}

/** A database that was migrated and never used will do, where that was by the very migrations of the backup. */
async function refuseUnlessEmpty(client: pg.Client, heading: BackupHeading): Promise<void> {
  const tables = await recordTables(client)
  const recorded = await recordedMigrations(client)
  const used = await anyRows(client, tables)
  if (!used && (tables.length === 0 || recorded.length === heading.migrations.length)) return
  refuse(
    'conflict',
    'The database is not empty, and a restore never adds to or replaces what is there. Nothing was changed. ' +
      'Choose an empty one: another folder with HEED_DATA, or another database with DATABASE_URL.',
  )
}

async function anyRows(client: pg.Client, tables: RecordTable[]): Promise<boolean> {
  for (const { name } of tables) if ((await client.query(`select from ${name} limit 1`)).rowCount) return true
  return false
}

async function load(client: pg.Client, file: string, heading: BackupHeading, known: Migration[]): Promise<RestoreResult> {
  await prepareForMigrations(client)
  const recorded = await recordedMigrations(client)
  for (const migration of known.slice(recorded.length, heading.migrations.length)) await runMigration(client, migration)
  const tables = await recordTables(client)
  const names = tables.map(({ name }) => name)
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
  // Nothing may renumber, re-hash or refuse a row that was on the record. References are checked all the same.
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  const rows = await loadParts(client, file, new Map(tables.map((table) => [table.name, table])))
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  const later = known.slice(heading.migrations.length)
  for (const migration of later) await runMigration(client, migration)
  return { made_at: heading.made_at, tables: tables.length, rows, migrated: later.length }
}

async function loadParts(client: pg.Client, file: string, left: Map<string, RecordTable>): Promise<number> {
  const parts = backupParts(file)
  let total = 0
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    if ('table' in next.value) {
      const table = takeTable(left, next.value, file)
      total += (await loadTable(client, table, parts, file)).rows
    } else if ('sequences' in next.value) {
      for (const { name, value, called } of next.value.sequences)
        await client.query('select setval($1::regclass, $2, $3)', [name, value, called])
    }
  }
  refuseIf(left.size > 0, 'invalid', `${file} lacks the tables ${[...left.keys()].join(', ')}. Nothing was changed.`)
  return total
}

/** Names from the file are only ever compared with the database's own, never run. */
function takeTable(left: Map<string, RecordTable>, { table, columns }: { table: string; columns: string[] }, file: string): RecordTable {
  const found = left.get(table)
  left.delete(table)
  if (found?.columns.join() === columns.join()) return found
  return refuse('invalid', `${file} holds a table (${table}) that is not as its own list of migrations makes it. Nothing was changed.`)
}

async function loadTable(client: pg.Client, table: RecordTable, parts: AsyncGenerator<BackupPart>, file: string): Promise<TableSum> {
  let expected: TableSum | undefined
  await pipeline(Readable.from(rowsOf()), client.query(copyFrom(`copy ${table.name} (${list(table.columns)}) from stdin`)))
  const loaded = await tableSum(client, table)
  refuseUnless(
    loaded.rows === expected?.rows && loaded.sha256 === expected.sha256,
    'invalid',
    `The rows of ${table.name} did not come back as they were written to ${file}. Nothing was changed.`,
  )
  return loaded

  async function* rowsOf(): AsyncGenerator<Buffer> {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      if ('sum' in next.value) {
        expected = next.value.sum
        return
      }
      if ('rows' in next.value) yield next.value.rows
    }
  }
}
