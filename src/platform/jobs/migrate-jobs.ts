import { Logger, runMigrations } from 'graphile-worker'
import { queuePool } from './queue-pool.ts'

/** Makes or brings forward the schema of the job queue, as the database's owner. It holds nothing that a backup would need. */
export async function migrateJobs(url: string): Promise<void> {
  const pgPool = queuePool(url, 1, () => {})
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) })
  } finally {
    await pgPool.end()
  }
}
