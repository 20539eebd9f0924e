import pg from 'pg'
import { startDatabase } from '../src/platform/database/start-database.ts'

/**
 * A small Heed to be killed: starts the database of its folder, says so, and writes number after number, printing each once the database
 * has acknowledged it. Told to stop, it finishes the slow write that it is at and stops the database, as Heed does.
 */
const [dataFolder = '', slow] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const database = await startDatabase({ dataFolder })
const client = new pg.Client({ connectionString: database.url })
await client.connect()
await client.query('create table if not exists written (number int primary key)')
const { rows } = await client.query<{ last: number }>('select coalesce(max(number), 0) as last from written')
const told = { toStop: false }
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (told.toStop = true))

say('ready')
for (let number = (rows[0]?.last ?? 0) + 1; !told.toStop; number += 1) {
  await client.query(`insert into written select $1::int from (select pg_sleep($2)) slept`, [number, slow ? 0.4 : 0])
  say(String(number))
}
await client.end()
await database.stop()
say('stopped')
