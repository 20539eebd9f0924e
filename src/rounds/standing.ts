import type { Trx } from '../platform/database/database.ts'

/** How a line of a round stands: without an answer, sent back with a note, 'no update received' in the paper, answered, or accepted by an officer. */
export const LINE_STATES = ['unanswered', 'sent-back', 'no-update', 'answered', 'accepted'] as const
export type LineState = (typeof LINE_STATES)[number]

/** Whether an answer to a line is still wanted of those who were asked. */
export function isWanted(state: LineState): boolean {
  return state !== 'answered' && state !== 'accepted'
}

/** Whether anything was said of a line, be it sent back. */
export function saysSomething(state: LineState | undefined): boolean {
  return state !== undefined && state !== 'unanswered' && state !== 'no-update'
}

export interface Standing {
  state: LineState
  /** The version of the update that it is of; 0 where there is none. */
  version: number
  source: 'document' | 'officer' | 'owner' | null
  savedAt: Date | null
  acceptedAt: Date | null
  sentBackAt: Date | null
  /** With which note it was last sent back. */
  note: string | null
}

/** How every line of a round stands, by the line's id. */
export async function standingsOf(trx: Trx, roundId: string): Promise<Map<string, Standing>> {
  const rows = await trx.selectFrom('item_standing').selectAll().where('round_id', '=', roundId).execute()
  return new Map(
    rows.map((row) => [
      row.item_id,
      {
        state: row.state as LineState,
        version: row.version,
        source: row.source as Standing['source'],
        savedAt: row.saved_at,
        acceptedAt: row.accepted_at,
        sentBackAt: row.sent_back_at,
        note: row.note,
      },
    ]),
  )
}
