import type { Trx } from '../platform/database/database.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'

/** Every paper of the council, the newest first, with the round that it is of. */
export async function listPapers(trx: Trx) {
  return trx
    .selectFrom('paper as p')
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'p.council_id').onRef('r.id', '=', 'p.round_id'))
    .leftJoin('account as a', 'a.id', 'p.made_by')
    .select([
      'p.number',
      'p.title',
      'p.layout',
      'p.draft',
      'p.made_at',
      'r.slug as round',
      'r.name as roundName',
      'r.presented_on as presentedOn',
      'a.name as by',
    ])
    .orderBy('p.made_at', 'desc')
    .limit(200)
    .execute()
}

/** One paper, whole. Refuses (not-found) where there is none. */
export async function findPaper(trx: Trx, round: string, number: number) {
  const row = await trx
    .selectFrom('paper as p')
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'p.council_id').onRef('r.id', '=', 'p.round_id'))
    .leftJoin('account as a', 'a.id', 'p.made_by')
    .select([
      'p.number',
      'p.title',
      'p.layout',
      'p.draft',
      'p.content',
      'p.made_at',
      'r.slug as round',
      'r.name as roundName',
      'a.name as by',
    ])
    .where('r.slug', '=', round)
    .where('p.number', '=', number)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such paper. See the list of papers.')
  return { ...row, document: row.content as PaperDocument }
}

/** The rounds that a paper can be made of, the newest meeting first. */
export async function roundsForPapers(trx: Trx) {
  return trx
    .selectFrom('round_now')
    .select(['slug', 'name', 'presented_on as presentedOn', 'state'])
    .orderBy('presented_on', 'desc')
    .execute()
}
