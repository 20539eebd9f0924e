import type { Trx } from '../platform/database/database.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import type { KeptMatter } from './record-paper.ts'

const MOST_LISTED = 200

/** The papers of the council, the newest first, with the round that each is of; at most 200 unless more are asked for. */
export async function listPapers(trx: Trx, most = MOST_LISTED) {
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
    .limit(most)
    .execute()
}

/** One paper, whole. Refuses (not-found) where there is none. */
export async function findPaper(trx: Trx, round: string, number: number) {
  const row = await trx
    .selectFrom('paper as p')
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'p.council_id').onRef('r.id', '=', 'p.round_id'))
    .innerJoin('meeting as m', (join) => join.onRef('m.council_id', '=', 'r.council_id').onRef('m.id', '=', 'r.meeting_id'))
    .leftJoin('account as a', 'a.id', 'p.made_by')
    .select([
      'p.number',
      'p.title',
      'p.layout',
      'p.draft',
      'm.committee_id as committeeId',
      'p.content',
      'p.matter',
      'p.made_at',
      'r.slug as round',
      'r.name as roundName',
      'a.name as by',
    ])
    .where('r.slug', '=', round)
    .where('p.number', '=', number)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such paper. See the list of papers.')
  return { ...row, document: row.content as PaperDocument, matter: row.matter as KeptMatter | null }
}

/** A template that a paper can be taken in. */
export interface PaperTemplate {
  slug: string
  version: number
  name: string
  /** The one for papers of this committee, or of this layout where its committee has none. */
  isDefault: boolean
}

/** The templates that the council's papers can be taken in, the one chosen for such papers first, the others by name. */
export async function templatesForPaper(
  trx: Trx,
  { committeeId, layout }: { committeeId: string; layout: string },
): Promise<PaperTemplate[]> {
  const rows = await trx
    .selectFrom('template_now')
    .select(['template_id', 'slug', 'version', 'name'])
    .where('withdrawn', '=', false)
    .orderBy('name')
    .execute()
  const chosen = await trx
    .selectFrom('template_default_now')
    .select(['of', 'key', 'template_id'])
    .where('template_id', 'is not', null)
    .execute()
  const standing = (of: string, key: string) => {
    const id = chosen.find((one) => one.of === of && one.key === key)?.template_id
    return rows.find((row) => row.template_id === id)
  }
  const first = standing('committee', committeeId) ?? standing('layout', layout)
  return rows
    .map((row) => ({ slug: row.slug, version: row.version, name: row.name, isDefault: row === first }))
    .toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault))
}

/** The rounds that a paper can be made of, the newest meeting first. */
export async function roundsForPapers(trx: Trx) {
  return trx
    .selectFrom('round_now')
    .select(['slug', 'name', 'presented_on as presentedOn', 'state'])
    .orderBy('presented_on', 'desc')
    .execute()
}
