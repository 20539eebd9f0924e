import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Grade, RuleSetting } from './scale.ts'
import type { KeptScale } from './scale.queries.ts'
import { listScales } from './scale.queries.ts'

export interface ScaleSaid {
  name: string
  grades: Grade[]
}

/** Puts a scale on the record. Refuses (conflict) a name that another has. Records `scale.added`. */
export async function addScale(trx: Trx, officer: Officer, said: ScaleSaid): Promise<{ id: string; slug: string }> {
  refuseSameName(await listScales(trx), said.name)
  return insertScale(trx, officer, said)
}

/**
 * The same for a scale read out of a paper: its name may be another's, or none; then its address is made of what it is `of`.
 * Records `scale.added`.
 */
export async function insertScale(
  trx: Trx,
  officer: Officer,
  said: ScaleSaid & { percentSteps?: number[] },
  of = 'scale',
): Promise<{ id: string; slug: string }> {
  const taken = await trx.selectFrom('scale').select('slug').execute()
  const slug = freeSlug(slugOf(said.name || of, 'scale'), new Set(taken.map((row) => row.slug)))
  const write = trx.insertInto('scale').values({ council_id: officer.councilId, slug }).returning('id').executeTakeFirstOrThrow()
  const { id } = await refuseOnConflict(write, 'Someone else has just added a scale of this name.')
  await insertVersion(trx, officer, { percentSteps: null, ...said, id, version: 0, rules: {} })
  await recordEvent(trx, officer, 'scale.added', `/settings/scales/${slug}`, { name: said.name, grades: wordsOf(said.grades) })
  return { id, slug }
}

/**
 * Says anew what a scale is called and which grades it has; updates made before keep the grade that they were given.
 * Refuses (conflict) a name that another has, or where someone has saved since `version`. Records `scale.corrected`.
 */
export async function correctScale(trx: Trx, officer: Officer, scale: KeptScale, said: ScaleSaid, version: number): Promise<void> {
  refuseSameName(
    (await listScales(trx)).filter((other) => other.id !== scale.id),
    said.name,
  )
  await insertVersion(trx, officer, { ...scale, ...said, version })
  await recordEvent(trx, officer, 'scale.corrected', `/settings/scales/${scale.slug}`, { name: said.name, grades: wordsOf(said.grades) })
}

/** Says anew what one rule of the referee asks on this scale. Refuses (conflict) where someone has saved since `version`. Records `scale.rule-set`. */
export async function setRule(
  trx: Trx,
  officer: Officer,
  scale: KeptScale,
  code: string,
  setting: RuleSetting,
  version: number,
): Promise<void> {
  await insertVersion(trx, officer, { ...scale, rules: { ...scale.rules, [code]: setting }, version })
  await recordEvent(trx, officer, 'scale.rule-set', `/settings/scales/${scale.slug}/rules/${code}`, { rule: code, ...setting })
}

function wordsOf(grades: Grade[]): string[] {
  return grades.map(({ code, label, meaning }) => `${code === label ? '' : `${code}: `}${label}${meaning ? ` (${meaning})` : ''}`)
}

function refuseSameName(others: KeptScale[], name: string): void {
  const same = others.some((other) => other.name.toLowerCase() === name.toLowerCase())
  refuseIf(same, 'conflict', `Your council already has a scale called ${name}.`)
}

async function insertVersion(trx: Trx, officer: Officer, scale: Omit<KeptScale, 'slug'>): Promise<void> {
  const write = trx
    .insertInto('scale_version')
    .values({
      council_id: officer.councilId,
      scale_id: scale.id,
      version: scale.version + 1,
      name: scale.name,
      grades: JSON.stringify(scale.grades),
      rules: JSON.stringify(scale.rules),
      percent_steps: scale.percentSteps,
      saved_by: officer.accountId,
    })
    .execute()
  await refuseOnConflict(
    write,
    'Someone else changed this scale while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
