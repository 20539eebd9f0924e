import type { Trx } from '../platform/database/database.ts'

export interface ReviewChoices {
  committees: { id: string; name: string }[]
  scales: { id: string; name: string }[]
}

/** The committees and scales that a review may be given. */
export async function reviewChoices(trx: Trx): Promise<ReviewChoices> {
  const committees = await trx
    .selectFrom('committee_now')
    .select(['committee_id', 'name'])
    .where('closed', '=', false)
    .orderBy('name')
    .execute()
  const scales = await trx.selectFrom('scale_now').select(['scale_id', 'name', 'slug']).orderBy('name').execute()
  return {
    committees: committees.map(({ committee_id, name }) => ({ id: committee_id, name: name })),
    scales: scales.map(({ scale_id, name, slug }) => ({ id: scale_id, name: name || slug })),
  }
}
