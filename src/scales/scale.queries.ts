import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Grade, RuleSetting, Scale } from './scale.ts'

/** A scale as it stands on the record. */
export interface KeptScale extends Scale {
  id: string
  slug: string
  version: number
  rules: Record<string, RuleSetting>
  percentSteps: number[] | null
}

/** What to call a scale on a page; one read out of a paper may have no name. */
export function nameOfScale({ name, slug }: KeptScale): string {
  return name || `Scale without a name (${slug})`
}

export async function listScales(trx: Trx): Promise<KeptScale[]> {
  const rows = await trx.selectFrom('scale_now').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    id: row.scale_id ?? '',
    slug: row.slug ?? '',
    version: row.version ?? 0,
    name: row.name ?? '',
    grades: row.grades as Grade[],
    rules: row.rules as Record<string, RuleSetting>,
    percentSteps: row.percent_steps,
  }))
}

/** Refuses (not-found) an address that no scale has. */
export async function scaleAt(trx: Trx, slug: string): Promise<KeptScale> {
  const scale = (await listScales(trx)).find((each) => each.slug === slug)
  return scale ?? refuse('not-found', 'Your council has no such scale.')
}
