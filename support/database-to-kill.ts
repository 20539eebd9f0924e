import { migrate } from '../src/platform/database/migrate.ts'
import { startDatabase } from '../src/platform/database/start-database.ts'
import { untilToldToStop } from '../src/until-told-to-stop.ts'

/** The embedded database of a folder in a process of its own, to be killed: brought forward, its address printed. */
const [dataFolder = ''] = process.argv.slice(2)
const stopped = untilToldToStop()
const database = await startDatabase({ dataFolder })
await migrate(database.url)
process.stdout.write(`${database.url}\n`)
// Nothing else keeps this process from ending.
const alive = setInterval(() => {}, 60_000)
await stopped
clearInterval(alive)
await database.stop()
