import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'

/** What is said of an action: what will be done, for what, and how we will know. */
export interface ActionSaid {
  ref?: string | null
  part?: string | null
  outcome?: string | null
  text: string
  measures?: string[]
  budget?: string | null
  percentComplete?: number | null
  rag?: string | null
  performance?: string | null
  withdrawn?: boolean
}

/** Puts an action under its recommendation, last. Records no event: its caller does. */
export async function insertAction(trx: Trx, officer: Officer, recommendationId: string, said: ActionSaid): Promise<string> {
  const { last } = await trx
    .selectFrom('action')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
    .where('recommendation_id', '=', recommendationId)
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('action')
    .values({ council_id: officer.councilId, recommendation_id: recommendationId, position: last + 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertActionVersion(trx, officer, id, 1, said)
  return id
}

export async function insertActionVersion(trx: Trx, officer: Officer, actionId: string, version: number, said: ActionSaid): Promise<void> {
  await trx
    .insertInto('action_version')
    .values({
      council_id: officer.councilId,
      action_id: actionId,
      version,
      ref: said.ref ?? null,
      part: said.part ?? null,
      outcome: said.outcome ?? null,
      text: said.text,
      measures: said.measures ?? [],
      budget: said.budget ?? null,
      percent_complete: said.percentComplete ?? null,
      rag: said.rag ?? null,
      performance: said.performance ?? null,
      withdrawn: said.withdrawn ?? false,
      saved_by: officer.accountId,
    })
    .execute()
}
