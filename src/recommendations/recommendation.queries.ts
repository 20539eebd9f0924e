import { today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { decidedOf, decisionsOfRecord } from './decided.queries.ts'
import type { Meaning } from '../scales/scale.ts'
import { extensionsAsked } from './extensions-asked.queries.ts'
import type { ActionRecord, PromiseRecord, RecommendationRecord, ResponseRecord, TimescaleLine, UpdateRecord } from './recommendation.ts'

/** Every recommendation of these reviews with its parts, owners, promises, response, actions and updates, by review, in the order of the paper. */
export async function loadRecommendations(trx: Trx, reviewIds: readonly string[]): Promise<Map<string, RecommendationRecord[]>> {
  // Not the view of the latest versions: it would sort every recommendation of the council to find these.
  const rows = await trx
    .selectFrom('recommendation as t')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('recommendation_version as v')
          .selectAll()
          .whereRef('v.council_id', '=', 't.council_id')
          .whereRef('v.recommendation_id', '=', 't.id')
          .orderBy('v.version', 'desc')
          .limit(1)
          .as('now'),
      (join) => join.onTrue(),
    )
    .selectAll('now')
    .select(['t.slug', 't.review_id', 't.parent_id', 't.position'])
    .where('t.review_id', 'in', [...reviewIds])
    .orderBy('t.position')
    .execute()
  const ids = rows.map((row) => row.recommendation_id)
  if (ids.length === 0) return new Map()
  const actionRows = await trx
    .selectFrom('action_now')
    .selectAll()
    .where('recommendation_id', 'in', ids)
    .where('withdrawn', '=', false)
    .orderBy('position')
    .execute()
  const owned = await loadOwners(
    trx,
    ids,
    actionRows.map((row) => row.action_id),
  )
  const promised = await loadPromises(
    trx,
    ids,
    actionRows.map((row) => row.action_id),
  )
  const responses = await trx
    .selectFrom('response_now as n')
    .leftJoin('response_particulars as p', (join) =>
      join
        .onRef('p.council_id', '=', 'n.council_id')
        .onRef('p.recommendation_id', '=', 'n.recommendation_id')
        .onRef('p.version', '=', 'n.version'),
    )
    .select([
      'n.recommendation_id',
      'n.answer',
      'n.text',
      'n.version',
      'n.saved_at',
      'p.given_by',
      'p.given_on',
      'p.will_do',
      'p.will_do_by',
    ])
    .where('n.recommendation_id', 'in', ids)
    .execute()
  const responseOf = new Map(
    responses.map((row): [string, ResponseRecord] => [
      row.recommendation_id,
      {
        answer: row.answer,
        text: row.text,
        version: row.version,
        givenBy: row.given_by ?? '',
        givenOn: row.given_on,
        recordedOn: today(row.saved_at),
        willDo: row.will_do ?? '',
        willDoBy: row.will_do_by ?? '',
      },
    ]),
  )
  const updates = await loadUpdates(trx, ids)
  const decided = await decidedOf(trx, ids)
  const decisions = await decisionsOfRecord(trx, ids, updates)
  const actions = actionRows.map((row): ActionRecord & { of: string } => ({
    of: row.recommendation_id,
    id: row.action_id,
    version: row.version,
    position: row.position,
    ref: row.ref,
    part: row.part,
    outcome: row.outcome,
    text: row.text,
    measures: row.measures,
    budget: row.budget,
    percentComplete: row.percent_complete,
    rag: row.rag,
    performance: row.performance,
    owners: owned.get(row.action_id) ?? [],
    timescale: promised.get(row.action_id) ?? [],
  }))
  const actionsOf = Map.groupBy(actions, (action) => action.of)
  const updatesOf = Map.groupBy(updates, (update) => update.recommendationId)
  const records = rows.map((row): RecommendationRecord => {
    const id = row.recommendation_id
    return {
      id,
      slug: row.slug,
      version: row.version,
      position: row.position,
      ref: row.ref,
      theme: row.theme,
      text: row.text,
      successMeasure: row.success_measure,
      whyImportant: row.why_important,
      whatGoodLooksLike: row.what_good_looks_like,
      paragraphRefs: row.paragraph_refs,
      crossRefs: row.cross_refs,
      externalRefs: row.external_refs,
      owners: owned.get(id) ?? [],
      timescale: promised.get(id) ?? [],
      response: responseOf.get(id) ?? null,
      ...(decided.get(id) ?? { decided: null, decidedOn: null, ending: null }),
      decisions: decisions.get(id) ?? [],
      actions: actionsOf.get(id) ?? [],
      parts: [],
      updates: updatesOf.get(id) ?? [],
    }
  })
  return nested(rows, records)
}

function nested(
  rows: readonly { review_id: string | null; parent_id: string | null }[],
  records: RecommendationRecord[],
): Map<string, RecommendationRecord[]> {
  const byId = new Map(records.map((record) => [record.id, record]))
  const byReview = new Map<string, RecommendationRecord[]>()
  rows.forEach((row, index) => {
    const record = records[index]!
    if (row.parent_id) byId.get(row.parent_id)!.parts.push(record)
    else byReview.set(row.review_id!, [...(byReview.get(row.review_id!) ?? []), record])
  })
  return byReview
}

/** Who owns these recommendations and actions, by their ids. */
export async function loadOwners(trx: Trx, recommendationIds: string[], actionIds: string[]): Promise<Map<string, string[]>> {
  const rows = await trx
    .selectFrom('ownership_now')
    .select(['recommendation_id', 'action_id', 'owner_ids'])
    .where((eb) =>
      eb.or([eb('recommendation_id', 'in', recommendationIds), ...(actionIds.length ? [eb('action_id', 'in', actionIds)] : [])]),
    )
    .execute()
  const names = new Map((await trx.selectFrom('owner').select(['id', 'name']).execute()).map((owner) => [owner.id, owner.name]))
  return new Map(rows.map((row) => [(row.recommendation_id ?? row.action_id)!, row.owner_ids.flatMap((id) => names.get(id) ?? [])]))
}

/** What was promised for these recommendations and actions, by their ids. */
export async function loadPromises(trx: Trx, recommendationIds: string[], actionIds: string[]): Promise<Map<string, TimescaleLine[]>> {
  const rows = await trx
    .selectFrom('promise as p')
    .leftJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'p.council_id').onRef('m.meeting_id', '=', 'p.meeting_id'))
    .leftJoin('account as a', 'a.id', 'p.saved_by')
    .selectAll('p')
    .select(['m.held_on as meeting_on', 'a.name as saver'])
    .where((eb) =>
      eb.or([eb('p.recommendation_id', 'in', recommendationIds), ...(actionIds.length ? [eb('p.action_id', 'in', actionIds)] : [])]),
    )
    .orderBy('p.line')
    .orderBy('p.version')
    .execute()
  const things = new Map<string, TimescaleLine[]>()
  for (const row of rows) {
    const id = (row.recommendation_id ?? row.action_id)!
    const lines = things.get(id) ?? []
    const promise: PromiseRecord = {
      version: row.version,
      words: row.words,
      iso: row.iso,
      dueOn: row.due_on,
      reason: row.reason,
      grantedBy: row.granted_by,
      meetingOn: row.meeting_on,
      savedAt: row.saved_at,
      savedBy: row.saver,
    }
    const line = lines.find((one) => one.line === row.line)
    if (line) line.promises.push(promise)
    else lines.push({ line: row.line, promises: [promise] })
    things.set(id, lines)
  }
  return things
}

async function loadUpdates(trx: Trx, recommendationIds: string[]): Promise<UpdateRecord[]> {
  const rows = await trx
    .selectFrom('round_item_now as i')
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'i.council_id').onRef('r.id', '=', 'i.round_id'))
    // Not the view of the latest updates: it would sort every update of the council to find these.
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('progress_update as p')
          .selectAll()
          .whereRef('p.council_id', '=', 'i.council_id')
          .whereRef('p.item_id', '=', 'i.id')
          .orderBy('p.version', 'desc')
          .limit(1)
          .as('u'),
      (join) => join.onTrue(),
    )
    .leftJoin('account as a', 'a.id', 'u.saved_by')
    .selectAll('u')
    .select(['i.id as item', 'i.round_id', 'i.recommendation_id', 'i.action_id', 'i.statement', 'i.position', 'a.name as saver'])
    .where('i.recommendation_id', 'in', recommendationIds)
    .orderBy('r.presented_on')
    .orderBy('r.opened_at')
    .orderBy('i.position')
    .orderBy('i.statement')
    .execute()
  const extensions = await extensionsAsked(
    trx,
    rows.filter((row) => row.revised_words).map((row) => row.item),
  )
  return rows.map((row): UpdateRecord => ({
    itemId: row.item,
    roundId: row.round_id,
    recommendationId: row.recommendation_id,
    actionId: row.action_id,
    statement: row.statement,
    position: row.position,
    version: row.version ?? 0,
    evidence: row.evidence ?? '',
    assessmentText: row.assessment_text,
    gradeCode: row.grade_code,
    meaning: row.meaning as Meaning | null,
    gradeFoundIn: row.grade_found_in,
    gradeWords: row.grade_words,
    explanation: row.explanation,
    impact: row.impact,
    revisedWords: row.revised_words,
    revisedIso: row.revised_iso,
    revisedReason: row.revised_reason,
    percentComplete: row.percent_complete,
    rag: row.rag,
    source: row.source ?? 'officer',
    savedAt: row.saved_at,
    savedBy: row.saver,
    ...(extensions.has(row.item) && { extension: extensions.get(row.item) }),
  }))
}
