import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { FormReturn, ReturnSummary } from './form-return.ts'

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The returns of a round, the newest first. */
export async function listReturns(trx: Trx, roundId: string): Promise<ReturnSummary[]> {
  const rows = await trx
    .selectFrom('form_return as r')
    .innerJoin('form_return_document as d', (join) =>
      join.onRef('d.council_id', '=', 'r.council_id').onRef('d.form_return_id', '=', 'r.id'),
    )
    .leftJoin('account as a', 'a.id', 'r.kept_by')
    .leftJoin('asking_link as l', (join) => join.onRef('l.council_id', '=', 'r.council_id').onRef('l.id', '=', 'r.asking_link_id'))
    .select(['r.id', 'r.came_at', 'd.name'])
    .select((eb) => eb.fn.coalesce('a.name', 'l.for_name').as('by'))
    .select((eb) =>
      eb
        .selectFrom('form_return_update as u')
        .select((inner) => inner.fn.countAll<number>().as('taken'))
        .whereRef('u.council_id', '=', 'r.council_id')
        .whereRef('u.form_return_id', '=', 'r.id')
        .as('taken'),
    )
    .where('r.round_id', '=', roundId)
    .orderBy('r.came_at', 'desc')
    .orderBy('d.position')
    .execute()
  const ids = [...new Set(rows.map(({ id }) => id))]
  return ids.map((id) => {
    const own = rows.filter((row) => row.id === id)
    return { id, cameAt: own[0]!.came_at, keptBy: own[0]!.by, names: own.map(({ name }) => name), taken: Number(own[0]!.taken) }
  })
}

/** A return of a round with its documents whole. Refuses (not-found) where the round has none of it. */
export async function findReturn(trx: Trx, roundId: string, id: string): Promise<FormReturn> {
  const row = IS_ID.test(id)
    ? await trx
        .selectFrom('form_return as r')
        .leftJoin('account as a', 'a.id', 'r.kept_by')
        .leftJoin('asking_link as l', (join) => join.onRef('l.council_id', '=', 'r.council_id').onRef('l.id', '=', 'r.asking_link_id'))
        .select(['r.id', 'r.came_at'])
        .select((eb) => eb.fn.coalesce('a.name', 'l.for_name').as('by'))
        .where('r.id', '=', id)
        .where('r.round_id', '=', roundId)
        .executeTakeFirst()
    : undefined
  if (!row) return refuse('not-found', 'Nothing came back under this address. See the list of what came back for this round.')
  const documents = await trx
    .selectFrom('form_return_document as d')
    .innerJoin('document as o', (join) => join.onRef('o.council_id', '=', 'd.council_id').onRef('o.id', '=', 'd.document_id'))
    .select(['d.position', 'd.name', 'd.document_id', 'd.codes', 'o.bytes'])
    .where('d.form_return_id', '=', id)
    .orderBy('d.position')
    .execute()
  const earlier = await trx
    .selectFrom('form_return_document as d')
    .innerJoin('form_return as r', (join) => join.onRef('r.council_id', '=', 'd.council_id').onRef('r.id', '=', 'd.form_return_id'))
    .select(['r.id', 'r.came_at as at', 'd.document_id', 'd.codes'])
    .where('r.round_id', '=', roundId)
    .where('r.came_at', '<', row.came_at)
    .orderBy('r.came_at')
    .execute()
  return {
    id: row.id,
    cameAt: row.came_at,
    keptBy: row.by,
    documents: documents.map(({ position, name, document_id, codes, bytes }) => {
      const file = earlier.find((one) => one.document_id === document_id)
      const form = earlier.find((one) => one.codes.some((code) => codes.includes(code)))
      const before = file ?? form
      return {
        position,
        name,
        bytes,
        before: before ? { id: before.id, at: before.at, same: file ? 'file' : 'form' } : null,
      }
    }),
    taken: await takenFrom(trx, id),
  }
}

async function takenFrom(trx: Trx, returnId: string): Promise<FormReturn['taken']> {
  return trx
    .selectFrom('form_return_update as u')
    .innerJoin('travelling_form as f', (join) => join.onRef('f.council_id', '=', 'u.council_id').onRef('f.id', '=', 'u.travelling_form_id'))
    .select(['u.item_id as itemId', 'u.version', 'f.code'])
    .where('u.form_return_id', '=', returnId)
    .execute()
}
