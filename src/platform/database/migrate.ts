import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { refuse, refuseIf } from '../core/refusal.ts'
import { migrateJobs } from '../jobs/migrate-jobs.ts'
import { withClient } from './with-client.ts'

/** One numbered SQL file. It runs once, in a transaction of its own, and its text never changes afterwards. */
export type Migration = { number: number; name: string; sql: string; checksum: string }

/** A migration that a database has had. */
export type RecordedMigration = { number: number; name: string; checksum: string }

export const ROLES = ['heed_app', 'heed_public'] as const
const MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url))
const RECORD_IS_THERE = `select to_regclass('upkeep.migration') is not null as found`
/** Two Heeds that start at once migrate one after the other. */
export const MIGRATION_LOCK = 7_241_994

/** The migrations of a folder in their order. Refuses (invalid) a name that is not `0001-what-it-does.sql`, or a gap in the numbers. */
export function readMigrations(folder: string = MIGRATIONS): Migration[] {
  return readdirSync(folder)
    .toSorted()
    .map((file, index) => {
      const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file)
      if (!match) return refuse('invalid', `${file} is not the name of a migration, such as 0001-councils.sql.`)
      const number = Number(match[1])
      refuseIf(number !== index + 1, 'invalid', `Migration ${file} should be number ${index + 1}: numbers follow each other without a gap.`)
      const sql = readFileSync(join(folder, file), 'utf8')
      return { number, name: match[2] ?? '', sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the database forward to this Heed, making the roles and the record of migrations first where they are missing, and the queue of
 * jobs last; answers with the migrations it ran. Refuses (conflict) where a migration that ran has changed since, or the database is a newer Heed's.
 */
export async function migrate(url: string, migrations: Migration[] = readMigrations()): Promise<Migration[]> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await prepareForMigrations(client)
    const recorded = await recordedMigrations(client)
    refuseStrangers(recorded, migrations)
    const missing = migrations.slice(recorded.length)
    for (const migration of missing) await inOneTransaction(client, () => runMigration(client, migration))
    await migrateJobs(url)
    return missing
  })
}

/** The migrations that the database has had; none where it is empty. */
export async function recordedMigrations(client: pg.ClientBase): Promise<RecordedMigration[]> {
  const { rows } = await client.query<{ found: boolean }>(RECORD_IS_THERE)
  if (!rows[0]?.found) return []
  return (await client.query<RecordedMigration>('select number, name, checksum from upkeep.migration order by number')).rows
}

/** Refuses (conflict) unless the recorded migrations are the first of those that this Heed knows, word for word. */
export function refuseStrangers(recorded: RecordedMigration[], known: Migration[]): void {
  for (const { number, name, checksum } of recorded) {
    const ours = known[number - 1]
    if (!ours)
      refuse(
        'conflict',
        `The database has had migration ${number} (${name}) and this Heed knows ${known.length}: it was written by a newer Heed. Run that one.`,
      )
    if (ours.checksum !== checksum) {
      refuse(
        'conflict',
        `Migration ${number} (${name}) is not the one that the database has had: its text changed after it ran. Put the text back, and make the change in a migration of its own.`,
      )
    }
  }
}

/** What must be there before the first migration: a PostgreSQL new enough, the roles, and the table that records migrations. */
export async function prepareForMigrations(client: pg.ClientBase): Promise<void> {
  await refuseOldServer(client)
  await makeRoles(client)
  await makeRecord(client)
}

async function refuseOldServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
  refuseIf((rows[0]?.version ?? 0) < 170_000, 'unavailable', 'Heed needs PostgreSQL 17 or later, and DATABASE_URL names an older one.')
}

/**
 * The roles belong to the whole server, so another database's Heed may have made them. Heed's login becomes a member that may
 * take each role but has none of its rights meanwhile.
 */
async function makeRoles(client: pg.ClientBase): Promise<void> {
  for (const role of ROLES) {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$`)
    const { rows } = await client.query<{ may: boolean }>(`select pg_has_role($1, 'set') as may`, [role])
    if (!rows[0]?.may) await client.query(`grant ${role} to current_user with inherit false, set true`)
  }
}

async function makeRecord(client: pg.ClientBase): Promise<void> {
  if ((await client.query<{ found: boolean }>(RECORD_IS_THERE)).rows[0]?.found) return
  await client.query(`create schema if not exists upkeep`)
  await client.query(`create table if not exists upkeep.migration (
    number int primary key, name text not null, checksum text not null, ran_at timestamptz not null default now())`)
}

/** Runs one migration and records it, in the caller's transaction. */
export async function runMigration(client: pg.ClientBase, { number, name, sql, checksum }: Migration): Promise<void> {
  try {
    // A login with a schema of its own name would otherwise find, and make, other tables than everyone else's.
    await client.query('set local search_path to public')
    await client.query(sql)
    await client.query('insert into upkeep.migration (number, name, checksum) values ($1, $2, $3)', [number, name, checksum])
  } catch (error) {
    throw new Error(`Migration ${number} (${name}) failed and was rolled back: ${(error as Error).message}`, { cause: error })
  }
}

export async function inOneTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
