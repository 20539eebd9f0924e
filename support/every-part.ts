import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { addLines } from '../src/rounds/change-lines.ts'
import { keyOfLine, linesToAdd } from '../src/rounds/lines-to-add.ts'
import { findRound } from '../src/rounds/round-record.queries.ts'

/** Has an open round ask about every part of what it asks about, those that an earlier round settled too. */
export async function askEveryPart(trx: Trx, officer: Officer, slug: string): Promise<void> {
  const round = await findRound(trx, slug)
  const left = round.reviews
    .flatMap((review) => linesToAdd(review, round.id))
    .filter(({ part, settled }) => part !== null && settled === null)
  await addLines(
    trx,
    officer,
    slug,
    [],
    left.map(({ asked }) => keyOfLine(asked)),
  )
}
