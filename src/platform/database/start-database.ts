import pg from 'pg'
import { fileURLToPath } from 'node:url'
import { refuse } from '../core/refusal.ts'
import { startEmbeddedServer, type EmbeddedOptions, type StartedDatabase } from './embedded-server.ts'
import { withClient } from './with-client.ts'

export type StartOptions = Partial<EmbeddedOptions> & {
  /** A PostgreSQL of one's own; DATABASE_URL unless this or a data folder is given. With it no server is started. */
  databaseUrl?: string
}

const DATABASE = 'heed'
const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

/** Where Heed keeps what is not in the checkout: HEED_DATA, else `.heed` beside the code. */
export function dataFolder(): string {
  return process.env.HEED_DATA || `${PROJECT}.heed`
}

/**
 * Makes the database ready to be connected to: the one that DATABASE_URL names, or else the embedded server of the data folder.
 * It is neither migrated nor opened here. Whoever starts it stops it, after its own connections are closed.
 * Refuses (unavailable) where it does not answer.
 */
export async function startDatabase(options: StartOptions = {}): Promise<StartedDatabase> {
  const given = options.databaseUrl ?? (options.dataFolder === undefined ? process.env.DATABASE_URL : undefined)
  if (given) {
    await refuseUnlessAnswering(given)
    return { url: given, stop: async () => {} }
  }
  const server = await startEmbeddedServer({ ...options, dataFolder: options.dataFolder ?? dataFolder() })
  try {
    await makeDatabase(server.url, DATABASE)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url: urlOfDatabase(server.url, DATABASE), stop: server.stop }
}

async function refuseUnlessAnswering(url: string): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    await client.connect()
    await client.end()
  } catch (error) {
    // A host with several addresses fails with several errors and a message of none.
    const why = error instanceof AggregateError ? error.errors.map((each: Error) => each.message).join('; ') : (error as Error).message
    refuse('unavailable', `The database that DATABASE_URL names cannot be reached: ${why}. Without DATABASE_URL, Heed brings its own.`)
  }
}

export function urlOfDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

async function makeDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${name}`).catch(unlessMadeMeanwhile)
  })
}

function unlessMadeMeanwhile(error: { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error as Error
}
