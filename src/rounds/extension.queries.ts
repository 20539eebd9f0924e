import type { Trx } from '../platform/database/database.ts'
import { loadOwners, loadPromises } from '../recommendations/recommendation.queries.ts'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import type { TimescaleLine } from '../recommendations/recommendation.ts'
import type { RoundState } from '../reviews/review.ts'
import { FIRST_RULE, isPromised, lineToMove, type Extension, type ExtensionRule } from './extension.ts'

/** Who grants later dates in this council. */
export async function extensionRule(trx: Trx): Promise<ExtensionRule> {
  const row = await trx.selectFrom('extension_rule_now').selectAll().executeTakeFirst()
  return row ? { version: row.version, grantedBy: row.granted_by, who: row.who } : FIRST_RULE
}

/** The later dates asked for in a round, in the order of its lines. */
export async function extensionsOfRound(trx: Trx, roundId: string): Promise<Extension[]> {
  return extensions(trx, await extensionRows(trx).where('x.round_id', '=', roundId).execute())
}

/** Those that wait for a decision, in all rounds; the meeting that comes first, first. */
export async function openExtensions(trx: Trx): Promise<Extension[]> {
  return extensions(trx, await extensionRows(trx).where('x.granted', 'is', null).execute())
}

/** Those of these lines. */
export async function extensionsOfItems(trx: Trx, itemIds: readonly string[]): Promise<Extension[]> {
  if (itemIds.length === 0) return []
  return extensions(
    trx,
    await extensionRows(trx)
      .where('x.item_id', 'in', [...itemIds])
      .execute(),
  )
}

function extensionRows(trx: Trx) {
  return trx
    .selectFrom('extension_now as x')
    .innerJoin('round_item as i', (join) => join.onRef('i.council_id', '=', 'x.council_id').onRef('i.id', '=', 'x.item_id'))
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'x.council_id').onRef('r.id', '=', 'x.round_id'))
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'r.council_id').onRef('m.meeting_id', '=', 'r.meeting_id'))
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .innerJoin('recommendation_now as n', (join) =>
      join.onRef('n.council_id', '=', 'x.council_id').onRef('n.recommendation_id', '=', 'x.recommendation_id'),
    )
    .leftJoin('recommendation_now as p', (join) =>
      join.onRef('p.council_id', '=', 'n.council_id').onRef('p.recommendation_id', '=', 'n.parent_id'),
    )
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'n.council_id').onRef('v.review_id', '=', 'n.review_id'))
    .leftJoin('action_now as t', (join) => join.onRef('t.council_id', '=', 'x.council_id').onRef('t.action_id', '=', 'x.action_id'))
    .leftJoin('account as a', 'a.id', 'x.recorded_by')
    .selectAll('x')
    .select(['r.slug as round_slug', 'r.name as round_name', 'r.state', 'r.presented_on', 'r.meeting_id', 'c.name as committee'])
    .select(['n.ref', 'n.slug', 'n.text', 'n.parent_id', 'p.ref as parent_ref', 'v.slug as review_slug', 'v.title as review_title'])
    .select(['t.ref as action_ref', 't.position as action_position', 't.text as action_text', 'a.name as recorded_by_name'])
    .orderBy('r.presented_on')
    .orderBy('r.opened_at')
    .orderBy('i.position')
}

type ExtensionRow = Awaited<ReturnType<ReturnType<typeof extensionRows>['execute']>>[number]

async function extensions(trx: Trx, rows: readonly ExtensionRow[]): Promise<Extension[]> {
  if (rows.length === 0) return []
  const recommendationIds = [...new Set(rows.flatMap((row) => [row.recommendation_id, row.parent_id ?? []].flat()))]
  const actionIds = [...new Set(rows.flatMap((row) => row.action_id ?? []))]
  const promised = await loadPromises(trx, recommendationIds, actionIds)
  const owned = await loadOwners(trx, recommendationIds, actionIds)
  return rows
    .map((row) => extensionOf(row, firstOf(row, promised), firstOf(row, owned)))
    .filter((extension) => extension.decision !== null || !isPromised(extension, extension.promises.at(-1)))
}

/** What an action, a part or a recommendation has itself, or else what stands over it. */
function firstOf<Thing>(row: ExtensionRow, things: ReadonlyMap<string, Thing[]>): { own: Thing[]; shown: Thing[] } {
  const all = [row.action_id, row.recommendation_id, row.parent_id].flatMap((id) => (id ? [things.get(id) ?? []] : []))
  return { own: all[0] ?? [], shown: all.find((some) => some.length > 0) ?? [] }
}

function extensionOf(
  row: ExtensionRow,
  timescale: { own: TimescaleLine[]; shown: TimescaleLine[] },
  owners: { shown: string[] },
): Extension {
  const { granted, decided_by, reason, recorded_at } = row
  return {
    itemId: row.item_id,
    version: row.version,
    round: {
      slug: row.round_slug!,
      name: row.round_name!,
      state: row.state as RoundState,
      presentedOn: row.presented_on!,
      meetingId: row.meeting_id!,
    },
    committee: row.committee,
    review: { slug: row.review_slug, title: row.review_title },
    name: nameOf(row),
    address: recommendationAddress(row.review_slug, row.slug),
    text: row.action_text || row.text,
    owners: owners.shown,
    words: row.revised_words,
    iso: row.revised_iso,
    reason: row.asked_because,
    owned: row.action_id ? { actionId: row.action_id } : { recommendationId: row.recommendation_id },
    line: lineToMove(timescale.own)?.line ?? 1,
    promises: lineToMove(timescale.shown)?.promises ?? [],
    decision:
      granted === null
        ? null
        : { granted, decidedBy: decided_by ?? '', reason: reason ?? '', recordedAt: recorded_at!, recordedBy: row.recorded_by_name },
  }
}

function nameOf({ ref, parent_id, parent_ref, action_id, action_ref, action_position }: ExtensionRow): string {
  const whole = parent_id ? parent_ref : ref
  return [
    whole ? `Recommendation ${whole}` : 'Recommendation',
    parent_id && `part ${ref}`,
    action_id && `action ${action_ref ?? action_position ?? ''}`,
  ]
    .filter(Boolean)
    .join(', ')
}
