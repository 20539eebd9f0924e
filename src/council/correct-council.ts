import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { CouncilSaid } from './add-council.ts'

const OVERTAKEN = 'Someone else changed the council’s settings while you were writing. Yours are below; open the page again to see theirs.'

/**
 * Says anew what the council is called and how it looks; what was said before stays on the record. `version` is the one that was read.
 * Refuses (conflict) where another has been saved since. Records `council.corrected`.
 */
export async function correctCouncil(trx: Trx, officer: Officer, said: CouncilSaid, version: number): Promise<void> {
  const write = trx
    .insertInto('council_version')
    .values({ council_id: officer.councilId, version: version + 1, ...said, saved_by: officer.accountId })
    .execute()
  await refuseOnConflict(write, OVERTAKEN)
  await recordEvent(trx, officer, 'council.corrected', '/settings/council', { ...said })
}
