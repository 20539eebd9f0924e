import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** A table of the record: its columns as the database holds them, and the order in which a copy of it is written. */
export type RecordTable = { name: string; columns: string[]; order: string[]; refersTo: string[] }

/** What a table holds, to the last row. */
export type TableSum = { rows: number; sha256: string }

export type SequenceState = { name: string; value: string; called: boolean }

/** Every value in a form that any later PostgreSQL reads as the same value, whatever the server's own settings. */
export const EXACT_VALUES = `set timezone to 'UTC'; set datestyle to 'ISO'; set intervalstyle to 'postgres'; set bytea_output to 'hex';
  set extra_float_digits to 1; set row_security to off; set search_path to public`

/**
 * Every table of Heed's, each after those that it refers to, so that they can be filled in this order. The record of migrations
 * is not among them: a backup carries it in its heading.
 */
export async function recordTables(client: pg.ClientBase): Promise<RecordTable[]> {
  const left = (await client.query<RecordTable>(TABLES)).rows
  const sorted: RecordTable[] = []
  while (left.length > 0) {
    const next = left.findIndex((table) => !left.some((other) => other !== table && table.refersTo.includes(other.name)))
    if (next === -1)
      throw new Error(`The tables ${left.map(({ name }) => name).join(', ')} refer to each other in a circle and cannot be restored.`)
    sorted.push(...left.splice(next, 1))
  }
  return sorted
}

/** A table's rows as text, in the order of its primary key. */
export function copyOut(client: pg.ClientBase, { name, columns, order }: RecordTable) {
  return client.query(copyTo(`copy (select ${list(columns)} from ${name} order by ${list(order)}) to stdout`))
}

/** The sum over a table's rows, made as a backup makes it. */
export async function tableSum(client: pg.ClientBase, table: RecordTable): Promise<TableSum> {
  const hash = createHash('sha256')
  const rows = copyOut(client, table)
  for await (const chunk of rows) hash.update(chunk as Buffer)
  return { rows: rows.rowCount, sha256: hash.digest('hex') }
}

export async function sequenceStates(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(SEQUENCES)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    states.push(...found.map((state) => ({ name, ...state })))
  }
  return states
}

export function list(columns: string[]): string {
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')
}

/** The queue of jobs is a nudge and no record: left out of a backup, and no reason to call a database used. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker') and (n.nspname, c.relname) <> ('upkeep', 'migration')
   and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

const TABLES = `
select format('%I.%I', n.nspname, c.relname) as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              order by a.attnum) as columns,
       coalesce((select array(select a.attname::text from unnest(k.conkey) with ordinality as key(number, place)
                                join pg_attribute a on a.attrelid = c.oid and a.attnum = key.number order by key.place)
                   from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'),
                array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum)) as order,
       array(select distinct format('%I.%I', fn.nspname, f.relname) from pg_constraint k join pg_class f on f.oid = k.confrelid
               join pg_namespace fn on fn.oid = f.relnamespace where k.conrelid = c.oid and k.contype = 'f') as "refersTo"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
 order by format('%I.%I', n.nspname, c.relname) collate "C"`

const SEQUENCES = `
select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'S' and ${OURS} order by format('%I.%I', n.nspname, c.relname) collate "C"`
