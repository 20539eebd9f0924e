import { createHash } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { refuseIf } from '../core/refusal.ts'
import { BACKUP_FORMAT, backupBytes, type BackupPart } from './backup-file.ts'
import { recordedMigrations } from './migrate.ts'
import { copyOut, EXACT_VALUES, recordTables, sequenceStates, type RecordTable } from './record-tables.ts'
import { withClient } from './with-client.ts'

/** What a backup wrote, for its last line. */
export type BackupResult = { tables: number; rows: number }

/**
 * Writes everything in the database to one file, as it stood at one moment, while Heed serves. The file appears whole or not at all,
 * replacing an earlier one of its name, and only its owner may read it: it holds exempt text and password hashes.
 * Refuses (conflict) where there is nothing of Heed's to copy.
 */
export async function backUp(url: string, file: string, now: Date = new Date()): Promise<BackupResult> {
  const making = `${file}.making-${process.pid}`
  const result = { tables: 0, rows: 0 }
  try {
    await withClient(url, async (client) => {
      await client.query(EXACT_VALUES)
      await client.query('begin isolation level repeatable read read only')
      await pipeline(backupBytes(recordParts(client, now, result)), createGzip(), createWriteStream(making, { mode: 0o600, flush: true }))
    })
    await rename(making, file)
    await settle(dirname(file))
    return result
  } finally {
    await rm(making, { force: true })
  }
}

async function* recordParts(client: pg.Client, now: Date, result: BackupResult): AsyncGenerator<BackupPart> {
  const migrations = await recordedMigrations(client)
  refuseIf(migrations.length === 0, 'conflict', 'There is nothing to back up: the database holds nothing of Heed’s.')
  yield { heading: { heed_backup: BACKUP_FORMAT, heed: heedVersion(), made_at: now.toISOString(), migrations } }
  for (const table of await recordTables(client)) {
    result.rows += yield* tableParts(client, table)
    result.tables += 1
  }
  // After the tables: a sequence may have moved on since, but never stands behind a row that was copied.
  yield { sequences: await sequenceStates(client) }
}

async function* tableParts(client: pg.Client, table: RecordTable): AsyncGenerator<BackupPart, number> {
  yield { table: table.name, columns: table.columns }
  const hash = createHash('sha256')
  const source = copyOut(client, table)
  for await (const chunk of source) {
    const rows = chunk as Buffer
    hash.update(rows)
    yield { rows }
  }
  yield { sum: { rows: source.rowCount, sha256: hash.digest('hex') } }
  return source.rowCount
}

function heedVersion(): string {
  return (JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

/** The renaming itself is on the disk, too. */
async function settle(folder: string): Promise<void> {
  const opened = await open(folder)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
