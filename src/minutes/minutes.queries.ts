import { loadAgenda } from '../meetings/agenda.queries.ts'
import { committeeRule } from '../meetings/committee-rule.ts'
import { decisionsToldIn } from '../meetings/decision-told.queries.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import type { Trx } from '../platform/database/database.ts'
import type { ReadMeeting } from '../reading/reading.ts'
import { listRequests } from '../requests/request.queries.ts'
import { attendanceNamed } from './minute-matter.queries.ts'
import { nextReferences, patternOf, type Numbering } from './minute-numbers.ts'
import type { MinutedItem, MinutesConfirmation, WhoWasThere } from './minute.ts'

/** Every item of a meeting's agenda that was not withdrawn, with its minute and what was asked for in it. */
export async function loadMinutes(trx: Trx, meeting: MeetingRecord): Promise<MinutedItem[]> {
  const agenda = (await loadAgenda(trx, meeting.id)).filter(({ dropped }) => !dropped)
  const rows = await trx.selectFrom('minute_now').selectAll().where('meeting_id', '=', meeting.id).execute()
  const requests = await listRequests(trx, { meetingId: meeting.id })
  // What was asked for in no item in particular is told where requests are, else at the end; never in an exempt item, where nobody would see it.
  const open = agenda.filter(({ exemptParagraphs }) => exemptParagraphs.length === 0)
  const elsewhere = open.find(({ kind }) => kind === 'requests') ?? open.find(({ kind }) => kind === 'work-programme') ?? open.at(-1)
  return agenda.map((item) => {
    const row = rows.find(({ agenda_item_id }) => agenda_item_id === item.id)
    const own = requests.filter((one) =>
      agenda.some(({ id }) => id === one.agendaItemId) ? one.agendaItemId === item.id : item === elsewhere && !one.exempt,
    )
    return {
      item,
      minute: row ? { version: row.version, reference: row.reference, text: row.text, resolution: row.resolution } : null,
      requests: own.map(({ words }) => words),
    }
  })
}

/** Who was there: as attendance was recorded, else as a document has it. Others than members are as was said of the meeting. */
export async function whoWasThere(trx: Trx, meeting: MeetingRecord): Promise<WhoWasThere> {
  const attendance = await attendanceNamed(trx, meeting)
  const { present = [], apologies = [], also_present: alsoPresent = [], in_attendance: inAttendance = [] } = meeting.papers
  if (attendance.length === 0) return { present, apologies, alsoPresent, inAttendance, recorded: false }
  const named = (state: string) => attendance.filter((one) => one.state === state)
  return {
    present: named('present').map(
      ({ name, chairs, for: other }) => `${name}${chairs ? ' (Chair)' : other ? ` (substitute for ${other})` : ''}`,
    ),
    apologies: named('apologies').map(({ name }) => name),
    alsoPresent,
    inAttendance,
    recorded: true,
  }
}

/** The references that minutes of a committee have, of one item left out where it is being changed; those of documents that came in are among them. */
export async function usedReferences(trx: Trx, committeeId: string, but?: string): Promise<string[]> {
  const minutes = await trx
    .selectFrom('minute_now as n')
    .innerJoin('meeting_now as m', (join) => join.onRef('m.council_id', '=', 'n.council_id').onRef('m.meeting_id', '=', 'n.meeting_id'))
    .select(['n.reference', 'n.agenda_item_id', 'n.meeting_id'])
    .where('m.committee_id', '=', committeeId)
    .execute()
  const written = new Set(minutes.map(({ meeting_id }) => meeting_id))
  const printed = (await printedMinutes(trx, committeeId)).filter(({ meetingId }) => !written.has(meetingId))
  const references = [
    ...minutes.filter(({ agenda_item_id }) => agenda_item_id !== but).map(({ reference }) => reference ?? ''),
    ...printed.flatMap(({ references: own }) => own),
  ]
  return references.filter((reference) => reference !== '')
}

async function printedMinutes(trx: Trx, committeeId: string): Promise<{ meetingId: string; references: string[] }[]> {
  const rows = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'papers'])
    .where('committee_id', '=', committeeId)
    .orderBy('held_on')
    .execute()
  return rows.map(({ meeting_id, papers }) => ({
    meetingId: meeting_id,
    references: ((papers as Partial<ReadMeeting>).minutes ?? []).map(({ ref }) => ref),
  }))
}

/** How a committee numbers its minutes: by its rules; where nobody has set any, as the minutes that came in are numbered. */
export async function numberingOf(trx: Trx, committeeId: string): Promise<Numbering> {
  const rule = await committeeRule(trx, committeeId)
  if (rule.version === 0) {
    const printed = (await printedMinutes(trx, committeeId)).flatMap(({ references }) => references).filter(Boolean)
    const pattern = patternOf(printed)
    return { pattern: pattern ?? rule.minuteReference, nextNumber: 1, setSince: false, isKnown: pattern !== null }
  }
  const { saved_at: setAt } = await trx
    .selectFrom('committee_rule_now')
    .select('saved_at')
    .where('committee_id', '=', committeeId)
    .executeTakeFirstOrThrow()
  const last = await trx
    .selectFrom('minute as n')
    .innerJoin('meeting as m', (join) => join.onRef('m.council_id', '=', 'n.council_id').onRef('m.id', '=', 'n.meeting_id'))
    .select('n.saved_at')
    .where('m.committee_id', '=', committeeId)
    .where('n.version', '=', 1)
    .orderBy('n.saved_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { pattern: rule.minuteReference, nextNumber: rule.nextNumber, setSince: !last || setAt > last.saved_at, isKnown: true }
}

/**
 * What the minutes of these items are called, or will be when they are drafted, by the item's id: as its minute is; as its decisions were said to be, where
 * that is one reference and free; else the next of the committee's numbering, or, where nobody has said how it numbers them, as `unknown` says.
 */
export async function referencesOfItems(
  trx: Trx,
  meeting: Pick<MeetingRecord, 'id' | 'heldOn' | 'committee'>,
  items: readonly { id: string }[],
  unknown: 'in Heed’s own way' | 'blank',
): Promise<Map<string, string>> {
  const minutes = await trx.selectFrom('minute_now').select(['agenda_item_id', 'reference']).where('meeting_id', '=', meeting.id).execute()
  const decisions = await trx
    .selectFrom('decision_now as d')
    .innerJoin(decisionsToldIn().as('told'), (join) =>
      join.onRef('told.council_id', '=', 'd.council_id').onRef('told.decision_id', '=', 'd.id'),
    )
    .select(['told.agenda_item_id', 'told.reference'])
    .distinct()
    .where('d.meeting_id', '=', meeting.id)
    .execute()
  const used = await usedReferences(trx, meeting.committee.id)
  const references = new Map(minutes.map(({ agenda_item_id, reference }) => [agenda_item_id, reference]))
  const missing = items.filter(({ id }) => !references.has(id))
  for (const { id } of missing) {
    const own = decisions.filter(({ agenda_item_id }) => agenda_item_id === id)
    const reference = own[0]?.reference ?? ''
    if (own.length === 1 && reference !== '' && !isUsed([...used, ...references.values()], reference)) references.set(id, reference)
  }
  const numbering = await numberingOf(trx, meeting.committee.id)
  const left = numbering.isKnown || unknown !== 'blank' ? missing.filter(({ id }) => !references.has(id)) : []
  const next = nextReferences(numbering, [...used, ...references.values()], meeting.heldOn, left.length)
  left.forEach(({ id }, at) => references.set(id, next[at]!))
  return references
}

export const isUsed = (used: readonly string[], reference: string) =>
  reference !== '' && used.some((other) => other.toLowerCase() === reference.toLowerCase())

/** The meeting that confirmed the minutes; null while none did. */
export async function confirmationOf(trx: Trx, meetingId: string): Promise<MinutesConfirmation | null> {
  const row = await trx
    .selectFrom('minutes_confirmation as c')
    .innerJoin('meeting_now as m', (join) =>
      join.onRef('m.council_id', '=', 'c.council_id').onRef('m.meeting_id', '=', 'c.confirmed_at_meeting_id'),
    )
    .select(['m.slug', 'm.held_on', 'c.corrections'])
    .where('c.meeting_id', '=', meetingId)
    .executeTakeFirst()
  return row ? { meeting: { slug: row.slug, heldOn: row.held_on }, corrections: row.corrections } : null
}

/** The hashes of the minutes as they were last published, and the number of that publication; null while none were. */
export async function lastMinutesPublished(trx: Trx, meetingId: string): Promise<{ number: number; hashes: string[] } | null> {
  const rows = await trx
    .selectFrom('publication')
    .select(['number', 'hash', 'exempt'])
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', 'minutes')
    .orderBy('number', 'desc')
    .orderBy('exempt')
    .execute()
  const [last] = rows
  return last ? { number: last.number, hashes: rows.filter(({ number }) => number === last.number).map(({ hash }) => hash) } : null
}
