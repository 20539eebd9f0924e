import { sql } from 'kysely'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { FormMade } from './travelling-form.ts'

/** A form of a round as its list shows it. */
export interface FormSummary {
  code: string
  forWhom: string
  madeAt: Date
  madeBy: string | null
  lines: number
  /** The returns that it came back in, the newest first. */
  returns: { id: string; at: Date }[]
  /** How many lines of the round were taken from it. */
  taken: number
}

/** The forms made for a round, the newest first. */
export async function listForms(trx: Trx, roundId: string): Promise<FormSummary[]> {
  const forms = await trx
    .selectFrom('travelling_form as f')
    .leftJoin('account as a', 'a.id', 'f.made_by')
    .select(['f.code', 'f.for_whom', 'f.made_at', 'a.name as by', 'f.id'])
    .select(
      sql<number>`(select coalesce(sum(json_array_length(review -> 'lines')), 0)::int from json_array_elements(f.content::json -> 'reviews') review)`.as(
        'lines',
      ),
    )
    .select((eb) =>
      eb
        .selectFrom('form_return_update as u')
        .select((inner) => inner.fn.count<number>('u.item_id').distinct().as('taken'))
        .whereRef('u.council_id', '=', 'f.council_id')
        .whereRef('u.travelling_form_id', '=', 'f.id')
        .as('taken'),
    )
    .where('f.round_id', '=', roundId)
    .orderBy('f.made_at', 'desc')
    .orderBy('f.for_whom')
    .execute()
  const returns = await trx
    .selectFrom('form_return as r')
    .innerJoin('form_return_document as d', (join) =>
      join.onRef('d.council_id', '=', 'r.council_id').onRef('d.form_return_id', '=', 'r.id'),
    )
    .select(['r.id', 'r.came_at as at', 'd.codes'])
    .where('r.round_id', '=', roundId)
    .orderBy('r.came_at', 'desc')
    .execute()
  return forms.map(({ code, for_whom, made_at, by, lines, taken }) => {
    const came = returns.filter(({ codes }) => codes.includes(code))
    const once = came.filter(({ id }, index) => came.findIndex((other) => other.id === id) === index)
    return {
      code,
      forWhom: for_whom,
      madeAt: made_at,
      madeBy: by,
      lines,
      taken: Number(taken),
      returns: once.map(({ id, at }) => ({ id, at })),
    }
  })
}

/** A form of a round by its code, as it was made. Refuses (not-found) where the round has none of it. */
export async function findForm(trx: Trx, roundId: string, code: string): Promise<FormMade> {
  const row = await trx
    .selectFrom('travelling_form')
    .select('content')
    .where('round_id', '=', roundId)
    .where('code', '=', code)
    .executeTakeFirst()
  return row ? formOf(row) : refuse('not-found', 'There is no such form of this round. See the list of its forms.')
}

/** For each to whom forms of the round were made, the latest. */
export async function latestForms(trx: Trx, roundId: string): Promise<FormMade[]> {
  const rows = await trx
    .selectFrom('travelling_form')
    .distinctOn('for_whom')
    .select(['for_whom', 'content'])
    .where('round_id', '=', roundId)
    .orderBy('for_whom')
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map(formOf)
}

/** The council's forms with these codes, whichever round they are of. */
export async function formsByCode(trx: Trx, codes: readonly string[]): Promise<(FormMade & { id: string })[]> {
  if (codes.length === 0) return []
  const rows = await trx.selectFrom('travelling_form').select(['id', 'content']).where('code', 'in', codes).orderBy('made_at').execute()
  return rows.map((row) => ({ ...formOf(row), id: row.id }))
}

function formOf({ content }: { content: string }): FormMade {
  return JSON.parse(content) as FormMade
}
