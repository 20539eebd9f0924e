import { openDatabase } from './platform/database/database.ts'
import { dataFolder } from './platform/database/start-database.ts'
import { withDatabase } from './platform/database/with-database.ts'
import { keyOfHeed } from './platform/core/seal.ts'
import { untilToldToStop } from './until-told-to-stop.ts'
import { runWorker } from './worker.ts'

/**
 * `heed work`: the worker alone, for a Heed whose web processes run with HEED_WORKER=0. Told to stop, it finishes what it has in hand. Ends with 1
 * where it ends by itself, so that whatever started it starts it again.
 */
export async function run(): Promise<number> {
  const stopped = untilToldToStop()
  return withDatabase(async (url) => {
    const db = openDatabase(url, 'app')
    try {
      const worker = await runWorker({ url, db, key: keyOfHeed(dataFolder()), dataFolder: dataFolder() })
      process.stdout.write('Heed’s worker is at work.\n')
      const lost = await Promise.race([stopped, worker.ended]).then(
        () => null,
        (error: Error) => error,
      )
      await worker.stop()
      if (lost) process.stderr.write(`${lost.message}\n`)
      return lost ? 1 : 0
    } finally {
      await db.destroy()
    }
  })
}
