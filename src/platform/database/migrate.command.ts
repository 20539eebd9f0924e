import { migrate } from './migrate.ts'
import { withUnmigratedDatabase } from './with-database.ts'

/** `heed migrate`: brings the database forward to this Heed and says what it did. */
export async function run(): Promise<number> {
  const ran = await withUnmigratedDatabase((url) => migrate(url))
  for (const { number, name } of ran) process.stdout.write(`${String(number).padStart(4, '0')} ${name}\n`)
  process.stdout.write(ran.length === 0 ? 'The database is up to date.\n' : 'The database is now up to date.\n')
  return 0
}
