import { keyOfHeed } from '../src/platform/core/seal.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { untilToldToStop } from '../src/until-told-to-stop.ts'
import { runWorker } from '../src/worker.ts'

/** A worker in a process of its own, to be killed: on the database of the address, with attempts that are taken for cut short after so many seconds. */
const [url = '', secret = '', dataFolder = '', lease = ''] = process.argv.slice(2)
const stopped = untilToldToStop()
const db = openDatabase(url, 'app')
const worker = await runWorker({ url, db, key: keyOfHeed('', secret), dataFolder, lease: Number(lease) })
process.stdout.write('ready\n')
await stopped
await worker.stop()
await db.destroy()
