import { refuse } from '../core/refusal.ts'
import { restore } from './restore.ts'
import { withUnmigratedDatabase } from './with-database.ts'

/** `heed restore FILE`: a backup, back into an empty database. */
export async function run(args: string[]): Promise<number> {
  const [file] = args
  if (file === undefined || args.length > 1)
    refuse('invalid', 'Say which backup is to be restored, for example: ./heed restore heed-2026-03-31.backup')
  const { made_at, tables, rows, migrated } = await withUnmigratedDatabase((url) => restore(url, file))
  const forward = migrated === 0 ? '' : ` It was an earlier Heed’s, and has been brought forward by ${migrated} migrations.`
  process.stdout.write(`Restored ${rows} rows of ${tables} tables, as they stood on ${made_at}.${forward}\n`)
  return 0
}
