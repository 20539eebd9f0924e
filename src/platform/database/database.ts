import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

/** A pool of connections in one role. Reads may use it; a change of state takes a `Trx`. */
export type Db = Kysely<Schema>

/** A transaction. What must be recorded asks for this type, so that a plain `Db` does not compile. */
export type Trx = Transaction<Schema>

/**
 * Who the database takes Heed for. `app`: row-level security applies, history cannot be altered. `public`: sees only the views
 * of the register, reads only. `owner`: migrations, backup and restore.
 */
export type DatabaseRole = 'owner' | 'app' | 'public'

export type OpenOptions = { connections?: number; onFault?: (fault: Error) => void }

const FIRST_WORDS: Record<DatabaseRole, string> = {
  owner: "set timezone to 'UTC'; set search_path to public",
  app: "set role heed_app; set timezone to 'UTC'; set search_path to public; set statement_timeout to '60s'; set idle_in_transaction_session_timeout to '120s'",
  public:
    "set role heed_public; set timezone to 'UTC'; set search_path to register; set statement_timeout to '15s'; set default_transaction_read_only to on",
}

/**
 * Opens a pool on the address; every connection takes its role before its first query. Close with `db.destroy()`.
 * A connection that breaks while idle is told to `onFault` and replaced at the next query.
 */
export function openDatabase(url: string, role: DatabaseRole, { connections = 10, onFault = logFault }: OpenOptions = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: { getTypeParser: parserOf },
    onConnect: async (client) => void (await client.query(FIRST_WORDS[role])),
  })
  pool.on('error', onFault)
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * One transaction in one council: row-level security shows and accepts that council's rows only. Everything that `work` does is kept
 * or, where it throws, nothing is. With the account of whoever is asking it shows, too, what that account alone may read.
 */
export function inCouncil<T>(db: Db, councilId: string, work: (trx: Trx) => Promise<T>, accountId = ''): Promise<T> {
  return inTransaction(db, async (trx) => {
    await sql`select set_config('heed.council_id', ${councilId}, true), set_config('heed.account_id', ${accountId}, true)`.execute(trx)
    return work(trx)
  })
}

/** One transaction outside any council: installation-wide tables only, since row-level security shows no council's rows. */
export function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

/** How PostgreSQL's types arrive; `write-schema.ts` writes the same. */
const PARSERS: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.DATE]: String, // a calendar date has no zone: as a Date, summer time would shift it
  [pg.types.builtins.NUMERIC]: String, // exact: a budget must not become a binary fraction
  [pg.types.builtins.INT8]: wholeNumber,
}

const parserOf: typeof pg.types.getTypeParser = (type, format) =>
  (format !== 'binary' && PARSERS[type]) || pg.types.getTypeParser(type, format)

/** Counts and identities are numbers; one beyond what a number holds exactly is a fault, never a wrong answer. */
function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the whole numbers that Heed can hold`)
  return value
}

function logFault(fault: Error): void {
  process.stderr.write(`A database connection broke: ${fault.message}\n`)
}
