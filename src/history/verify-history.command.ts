import { openDatabase } from '../platform/database/database.ts'
import { withDatabase } from '../platform/database/with-database.ts'
import { verifyHistory, type HistoryVerdict } from './verify-history.ts'

const WORDS = {
  missing: 'an event before it is missing',
  changed: 'its words are not those that were recorded',
  'not-chained': 'it does not follow the event before it',
}

/** `heed verify`: says of each council whether its history is as it was written. Exit code 1 where one is not. */
export async function run(): Promise<number> {
  return withDatabase(async (url) => {
    const db = openDatabase(url, 'app', { connections: 1 })
    try {
      let code = 0
      for (const { id, slug } of await db.selectFrom('council').select(['id', 'slug']).orderBy('slug').execute()) {
        const verdict = await verifyHistory(db, id)
        if (verdict.broken) code = 1
        process.stdout.write(`${slug}: ${inWords(verdict)}\n`)
      }
      return code
    } finally {
      await db.destroy()
    }
  })
}

function inWords({ events, head, broken }: HistoryVerdict): string {
  if (broken) return `the history does NOT hold. At event ${broken.number}, ${WORDS[broken.why]}.`
  return head === null ? 'no events yet.' : `the history holds: ${events} ${events === 1 ? 'event' : 'events'}, the last with hash ${head}.`
}
