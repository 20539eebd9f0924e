import { refuseIf } from '../core/refusal.ts'
import { readMigrations, recordedMigrations, refuseStrangers } from './migrate.ts'
import { startDatabase, type StartOptions } from './start-database.ts'
import { withClient } from './with-client.ts'

/**
 * For a command that works on the record: finds the database that Heed is serving, or starts it for as long as `work` takes.
 * Refuses (conflict) where it is not migrated to this Heed.
 */
export async function withDatabase<T>(work: (url: string) => Promise<T>, options: StartOptions = {}): Promise<T> {
  return withUnmigratedDatabase(async (url) => {
    await refuseUnmigrated(url)
    return work(url)
  }, options)
}

/** The same, for the commands that migrate or fill the database themselves. */
export async function withUnmigratedDatabase<T>(work: (url: string) => Promise<T>, options: StartOptions = {}): Promise<T> {
  const database = await startDatabase({ share: true, ...options })
  try {
    return await work(database.url)
  } finally {
    await database.stop()
  }
}

async function refuseUnmigrated(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const [recorded, known] = [await recordedMigrations(client), readMigrations()]
    refuseStrangers(recorded, known)
    refuseIf(
      recorded.length < known.length,
      'conflict',
      'The database is not up to date with this Heed. Run ./heed migrate (npm start does so by itself).',
    )
  })
}
