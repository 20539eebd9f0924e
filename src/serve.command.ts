import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { foundCouncil } from './council/found-council.ts'
import { loadWexcombe } from './demonstration/load-wexcombe.ts'
import { openDatabase } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { startDatabase } from './platform/database/start-database.ts'

/**
 * `heed serve`: starts the database, brings it up to date, founds the fictional council on the first run, and serves until it is told to
 * stop; then finishes the requests in flight, and the database last. PORT and HOST say where; TRUST_PROXY=1 behind a proxy that speaks TLS.
 */
export async function run(): Promise<number> {
  const stopped = untilToldToStop()
  const database = await startDatabase()
  try {
    await migrate(database.url)
    const db = openDatabase(database.url, 'app')
    try {
      const first = await foundCouncil(db, loadWexcombe)
      const app = await buildApp({ db, logger: { level: 'error' }, trustProxy: process.env.TRUST_PROXY === '1' })
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
      await db.destroy()
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

function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}
