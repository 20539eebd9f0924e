import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { foundCouncil } from './council/found-council.ts'
import { askWexcombe } from './demonstration/ask-wexcombe.ts'
import { loadWexcombe } from './demonstration/load-wexcombe.ts'
import { openDatabase } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { dataFolder, startDatabase } from './platform/database/start-database.ts'
import { keyOfHeed } from './platform/core/seal.ts'
import type { Worker } from './platform/jobs/start-worker.ts'
import { untilToldToStop } from './until-told-to-stop.ts'
import { runWorker } from './worker.ts'

/**
 * `heed serve`: starts the database, brings it up to date, founds the fictional council on the first run, and serves until it is told to
 * stop; then finishes the requests in flight, the jobs in hand, and the database last. PORT and HOST say where; TRUST_PROXY=1 behind a proxy that
 * speaks TLS; HEED_WORKER=0 leaves the jobs to `heed work`.
 */
export async function run(): Promise<number> {
  const stopped = untilToldToStop()
  const database = await startDatabase()
  try {
    await migrate(database.url)
    const db = openDatabase(database.url, 'app')
    const publicDb = openDatabase(database.url, 'public', { connections: 4 })
    const key = keyOfHeed(dataFolder())
    let worker: Worker | undefined
    try {
      const first = await foundCouncil(db, async (trx, officer) => {
        await loadWexcombe(trx, officer)
        await askWexcombe(trx, officer, key, new Date())
      })
      const app = await buildApp({ db, publicDb, key, logger: { level: 'error' }, trustProxy: process.env.TRUST_PROXY === '1' })
      if (process.env.HEED_WORKER !== '0') worker = await runWorker({ url: database.url, db, key, dataFolder: dataFolder() })
      const address = await listen(app)
      say(`Heed is at ${address}`)
      if (first)
        say(
          `Sign in as ${first.email} with the password ${first.password}\n(shown this once: set your own under your name, at the top of the page)`,
        )
      else say('Sign in with your e-mail address and password. If nobody can: ./heed password EMAIL makes another.')
      await stopped
      say('Stopping: finishing what is in flight.')
      await app.close()
    } finally {
      await worker?.stop()
      await Promise.all([db.destroy(), publicDb.destroy()])
    }
  } finally {
    await database.stop()
  }
  return 0
}

async function listen(app: FastifyInstance): Promise<string> {
  const host = process.env.HOST || '127.0.0.1'
  return app.listen({ host, port: Number(process.env.PORT || 3000) })
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}
