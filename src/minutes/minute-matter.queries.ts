import { sql } from 'kysely'
import { withheldReviews, type AgendaItem } from '../meetings/agenda.ts'
import { loadAgenda, reviewsEverExempt, reviewsOfRounds } from '../meetings/agenda.queries.ts'
import { decisionsToldIn } from '../meetings/decision-told.queries.ts'
import { meetingBefore } from '../meetings/meeting.queries.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import type { Trx } from '../platform/database/database.ts'
import { dueInWords, isOutstanding } from '../requests/request.ts'
import { listRequests } from '../requests/request.queries.ts'
import { programmeParts, whenOf } from '../requests/programme.ts'
import { loadProgramme } from '../requests/programme.queries.ts'
import type { DecisionLine } from './decision-sentences.ts'
import type { MinuteMatter } from './draft-minutes.ts'

/** What is on record of a meeting that its minutes tell. */
export async function minuteMatter(
  trx: Trx,
  meeting: MeetingRecord,
  agenda: readonly AgendaItem[],
  recordsMovers: boolean,
): Promise<MinuteMatter> {
  const before = await meetingBefore(trx, meeting.committee.id, meeting.heldOn)
  const requests = await listRequests(trx, { committeeId: meeting.committee.id })
  const programme = programmeParts(await loadProgramme(trx, meeting.committee.id)).flatMap(({ items }) => items)
  const exempt = await reviewsEverExempt(trx)
  const reviews = await trx.selectFrom('review_now').select(['review_id', 'title']).execute()
  return {
    committee: meeting.papers.body ?? meeting.committee.name,
    agenda,
    attendance: await attendanceNamed(trx, meeting),
    apologies: meeting.papers.apologies ?? [],
    declarations: await declarationsNamed(trx, meeting.id),
    decisions: await decisionsTold(trx, meeting.id),
    recordsMovers,
    confirmed: await confirmedAt(trx, meeting.id),
    before: before?.heldOn ?? null,
    outstanding: requests
      .filter((one) => isOutstanding(one) && !one.exempt && one.madeAt?.id !== meeting.id)
      .map((one) => [one.words, [one.owner, dueInWords(one)].filter(Boolean).join(', ')].filter(Boolean).join(' – ')),
    programme: programme
      .filter((item) => item.meeting === null || item.meeting.heldOn > meeting.heldOn)
      .filter(({ reviewId }) => reviewId === null || !exempt.has(reviewId))
      .map((item) => `${item.title} – ${whenOf(item)}`),
    reviewTitles: new Map(reviews.map(({ review_id, title }) => [review_id, title])),
    withheld: await withheldOf(trx, meeting.id),
  }
}

/** Each member's attendance as last recorded, in the order in which papers name them. */
export async function attendanceNamed(trx: Trx, { id, committee, heldOn }: MeetingRecord) {
  const rows = await trx
    .selectFrom('attendance_now as a')
    .innerJoin('member_now as m', (join) => join.onRef('m.council_id', '=', 'a.council_id').onRef('m.member_id', '=', 'a.member_id'))
    .leftJoin('member_now as f', (join) => join.onRef('f.council_id', '=', 'a.council_id').onRef('f.member_id', '=', 'a.for_member_id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('seat_now as s')
          .select(['s.place', 's.position'])
          .whereRef('s.member_id', '=', 'a.member_id')
          .where('s.committee_id', '=', committee.id)
          .where('s.from_day', '<=', heldOn)
          .where((inner) => inner.or([inner('s.last_day', 'is', null), inner('s.last_day', '>=', heldOn)]))
          .orderBy('s.position')
          .limit(1)
          .as('seat'),
      (join) => join.onTrue(),
    )
    .select(['a.state', 'a.arrived', 'a.departed', 'm.name', 'f.name as for_name', 'seat.place'])
    .where('a.meeting_id', '=', id)
    .orderBy(sql`seat.position nulls last`)
    .orderBy('m.name')
    .execute()
  return rows.map(({ name, state, arrived, departed, for_name, place }) => ({
    name,
    chairs: place === 'chair',
    state: state,
    for: for_name,
    arrived,
    departed,
  }))
}

async function declarationsNamed(trx: Trx, meetingId: string): Promise<MinuteMatter['declarations']> {
  const rows = await trx
    .selectFrom('declaration as d')
    .innerJoin('member_now as m', (join) => join.onRef('m.council_id', '=', 'd.council_id').onRef('m.member_id', '=', 'd.member_id'))
    .leftJoin('declaration_withdrawal as w', (join) =>
      join.onRef('w.council_id', '=', 'd.council_id').onRef('w.declaration_id', '=', 'd.id'),
    )
    .leftJoin('agenda_item_now as i', (join) =>
      join.onRef('i.council_id', '=', 'd.council_id').onRef('i.agenda_item_id', '=', 'd.agenda_item_id'),
    )
    .select(['m.name', 'd.agenda_item_id', 'd.kind', 'd.interest', 'd.leaves', 'i.exempt_paragraphs'])
    .where('d.meeting_id', '=', meetingId)
    .where('w.declaration_id', 'is', null)
    .orderBy('d.declared_at')
    .execute()
  return rows.map(({ name, agenda_item_id, kind, interest, leaves, exempt_paragraphs }) => ({
    name,
    agendaItemId: agenda_item_id,
    exempt: (exempt_paragraphs ?? []).length > 0,
    kind,
    interest,
    leaves,
  }))
}

/** Reviews that an exempt item of the meeting is about, also one that was withdrawn. */
async function withheldOf(trx: Trx, meetingId: string): Promise<Set<string>> {
  const items = await loadAgenda(trx, meetingId)
  return withheldReviews(items, await reviewsOfRounds(trx, items))
}

/** A decision that stands, with the item in whose minute it is told. */
export type DecisionTold = MinuteMatter['decisions'][number] & { recommendationId: string }

/** The decisions that stand, each under the item in whose minute it is told (`decisionsToldIn`), in the order of the recommendations. */
export async function decisionsTold(trx: Trx, meetingId: string): Promise<DecisionTold[]> {
  const standing = await trx
    .selectFrom('decision_now as d')
    .innerJoin(decisionsToldIn().as('told'), (join) =>
      join.onRef('told.council_id', '=', 'd.council_id').onRef('told.decision_id', '=', 'd.id'),
    )
    .select(['told.decision_id', 'told.agenda_item_id', 'told.reference', 'told.unnamed'])
    .where('d.meeting_id', '=', meetingId)
    .execute()
  if (standing.length === 0) return []
  const places = new Map(standing.map(({ decision_id, ...place }) => [decision_id, place]))
  const placed = (await decisionRows(trx, [...places.keys()])).map((row) => ({ row, ...places.get(row.id)! }))
  const reviewsIn = Map.groupBy(placed, ({ agenda_item_id }) => agenda_item_id)
  const several = (item: string) => new Set(reviewsIn.get(item)?.map(({ row }) => row.review_id)).size > 1
  return placed.map(({ row, agenda_item_id: agendaItemId, reference: minuteReference, unnamed }) => ({
    ...lineOf(row, several(agendaItemId) && !unnamed),
    agendaItemId,
    minuteReference,
    recommendationId: row.recommendation_id,
  }))
}

type DecisionRow = Awaited<ReturnType<typeof decisionRows>>[number]

function decisionRows(trx: Trx, ids: readonly string[]) {
  return (
    trx
      .selectFrom('decision as d')
      .innerJoin('recommendation_now as r', (join) =>
        join.onRef('r.council_id', '=', 'd.council_id').onRef('r.recommendation_id', '=', 'd.recommendation_id'),
      )
      .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'r.council_id').onRef('v.review_id', '=', 'r.review_id'))
      .innerJoin('scale_now as s', (join) => join.onRef('s.council_id', '=', 'v.council_id').onRef('s.scale_id', '=', 'v.scale_id'))
      .leftJoin('recommendation_now as whole', (join) =>
        join.onRef('whole.council_id', '=', 'r.council_id').onRef('whole.recommendation_id', '=', 'r.parent_id'),
      )
      .leftJoin('progress_update_now as u', (join) => join.onRef('u.council_id', '=', 'd.council_id').onRef('u.item_id', '=', 'd.item_id'))
      .leftJoin('action_now as act', (join) => join.onRef('act.council_id', '=', 'd.council_id').onRef('act.action_id', '=', 'd.action_id'))
      .leftJoin('member_now as mover', (join) =>
        join.onRef('mover.council_id', '=', 'd.council_id').onRef('mover.member_id', '=', 'd.moved_by'),
      )
      .leftJoin('member_now as seconder', (join) =>
        join.onRef('seconder.council_id', '=', 'd.council_id').onRef('seconder.member_id', '=', 'd.seconded_by'),
      )
      .select(['d.id', 'd.recommendation_id', 'd.kind', 'd.grade_code', 'd.words', 'd.ending', 'd.action_id'])
      .select(['r.ref', 'r.review_id', 'whole.ref as whole_ref', 'v.title', 's.grades', 'u.grade_code as owner_code', 'u.revised_words'])
      .select(['act.position as action_position', 'mover.name as moved_by', 'seconder.name as seconded_by'])
      .where('d.id', 'in', [...ids])
      .orderBy('v.title')
      .orderBy(sql`coalesce(whole.position, r.position)`)
      // Parts before their whole, as in the room.
      .orderBy(sql`whole.recommendation_id is null`)
      .orderBy('r.position')
      .orderBy('d.device_number')
      .execute()
  )
}

function lineOf(row: DecisionRow, tellReview: boolean): DecisionLine {
  const grades = row.grades as { code: string; label: string }[]
  const labelOf = (code: string | null) => grades.find((grade) => grade.code === code)?.label ?? null
  const recommendation = row.whole_ref ? `${row.whole_ref} part ${row.ref}` : row.ref
  return {
    kind: row.kind,
    recommendation: row.action_id ? `${recommendation} action ${row.action_position ?? ''}`.trim() : recommendation,
    review: tellReview ? row.title : null,
    ownerGrade: labelOf(row.owner_code),
    committeeGrade: labelOf(row.grade_code),
    laterDate: row.revised_words,
    ending: row.ending,
    words: row.words ?? '',
    movedBy: row.moved_by,
    secondedBy: row.seconded_by,
  }
}

async function confirmedAt(trx: Trx, meetingId: string): Promise<MinuteMatter['confirmed']> {
  const rows = await trx
    .selectFrom('minutes_confirmation as c')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'c.council_id').onRef('m.meeting_id', '=', 'c.meeting_id'))
    .select(['m.held_on', 'c.corrections'])
    .where('c.confirmed_at_meeting_id', '=', meetingId)
    .orderBy('m.held_on')
    .execute()
  return rows.map(({ held_on, corrections }) => ({ heldOn: held_on, corrections }))
}
