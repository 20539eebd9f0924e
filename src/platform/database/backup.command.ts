import { refuse } from '../core/refusal.ts'
import { backUp } from './backup.ts'
import { withUnmigratedDatabase } from './with-database.ts'

/** `heed backup FILE`: a copy of everything, taken while Heed serves. */
export async function run(args: string[]): Promise<number> {
  const [file] = args
  if (file === undefined || args.length > 1)
    refuse('invalid', 'Say where the backup is to be written, for example: ./heed backup heed-2026-03-31.backup')
  const { tables, rows } = await withUnmigratedDatabase((url) => backUp(url, file))
  process.stdout.write(`${file}: ${rows} rows of ${tables} tables. Keep it where only Heed’s administrators can read it.\n`)
  return 0
}
