import { Logger, runMigrations } from 'graphile-worker'

/** Makes or brings forward the schema of the job queue, as the database's owner. It holds nothing that a backup would need. */
export async function migrateJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
}
