import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import { isExempt, type AgendaItem } from '../meetings/agenda.ts'
import { loadAgenda } from '../meetings/agenda.queries.ts'
import { committeeRule } from '../meetings/committee-rule.ts'
import { keepMeetingPapers } from '../meetings/insert-meeting.ts'
import { meetingsAfter } from '../meetings/meeting.queries.ts'
import { holdMeeting } from '../meetings/hold-meeting.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { paragraphsNamed } from '../meetings/schedule-12a.ts'
import { kindByTitle } from '../meetings/propose-items.ts'
import { addItems, orderAgenda } from '../meetings/save-agenda.ts'
import type { Officer } from '../people/officer.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { ReadMinute } from '../reading/reading.ts'
import { draftMinute, type Drafted } from './draft-minutes.ts'
import { minuteMatter } from './minute-matter.queries.ts'
import type { MinuteSaid } from './minute.ts'
import { confirmationOf, isUsed, loadMinutes, referencesOfItems, usedReferences } from './minutes.queries.ts'

const addressOf = ({ slug }: MeetingRecord) => `/meetings/${slug}/minutes`

/**
 * Drafts a minute for every item of the agenda that has none, from what is on record, with the next references of the committee's numbering; one that was
 * given to the decisions of an item is kept. Refuses (conflict) a meeting still to come or cancelled, one without an agenda, and minutes that were confirmed or are all
 * drafted. Records `minutes.drafted`.
 */
export async function draftMinutes(trx: Trx, officer: Officer, meeting: MeetingRecord, today: CalendarDate): Promise<number> {
  await lockMinutes(trx, meeting)
  refuseIf(meeting.heldOn > today, 'conflict', `The meeting is on ${inWords(meeting.heldOn)}: its minutes can be drafted from that day.`)
  await holdMeeting(trx, meeting, 'it has no minutes')
  await refuseConfirmed(trx, meeting)
  const minuted = await loadMinutes(trx, meeting)
  refuseIf(minuted.length === 0, 'conflict', 'There is nothing on the agenda to minute. Build it first.')
  const missing = minuted.filter(({ minute }) => minute === null).map(({ item }) => item)
  refuseIf(missing.length === 0, 'conflict', 'Every item has its minute already.')
  const { recordsMovers } = await committeeRule(trx, meeting.committee.id)
  const matter = await minuteMatter(
    trx,
    meeting,
    minuted.map(({ item }) => item),
    recordsMovers,
  )
  const references = await referencesOfItems(trx, meeting, missing, 'in Heed’s own way')
  for (const item of missing)
    await insertMinute(trx, officer, meeting, item.id, 1, {
      ...draftMinute(matter, item),
      reference: references.get(item.id) ?? '',
    })
  await recordEvent(trx, officer, 'minutes.drafted', addressOf(meeting), { name: meeting.committee.name, items: missing.length })
  return missing.length
}

/** What the record says now of one item, for whoever writes its minute. */
export async function draftedNow(trx: Trx, meeting: MeetingRecord, item: AgendaItem): Promise<Drafted> {
  const { recordsMovers } = await committeeRule(trx, meeting.committee.id)
  const taken = (await loadAgenda(trx, meeting.id)).filter(({ dropped }) => !dropped)
  return draftMinute(await minuteMatter(trx, meeting, taken, recordsMovers), item)
}

/**
 * Takes the minutes that a document has of a meeting as its minutes: an item that the agenda has not is put on it, and an agenda that is not published is put
 * in the order of the minutes. Refuses (conflict) where minutes are
 * there already, or none came in; a reference that another minute of the committee has; and an exempt minute whose item is public on the agenda, or that
 * names no paragraph of Schedule 12A: its item is put on the agenda first. An exempt item is kept back by the paragraph that the minutes name. Records
 * `minutes.taken-in`.
 */
export async function takeInMinutes(trx: Trx, officer: Officer, meeting: MeetingRecord): Promise<void> {
  await lockMinutes(trx, meeting)
  const printed = meeting.papers.minutes ?? []
  refuseIf(printed.length === 0, 'conflict', 'No minutes of this meeting came in with a document.')
  refuseIf(
    (await loadMinutes(trx, meeting)).some(({ minute }) => minute !== null),
    'conflict',
    'This meeting has its minutes already.',
  )
  const agenda = (await loadAgenda(trx, meeting.id)).filter(({ dropped }) => !dropped)
  const isPublished = agenda.some(({ held }) => held !== null)
  const known = itemsFor(agenda, printed)
  const missing = printed.filter((_, at) => !known[at])
  for (const [at, minute] of printed.entries()) refuseUnlessKeptBack(minute, known[at])
  await addItems(
    trx,
    officer,
    meeting,
    missing.map(({ ref, title, exempt }) => ({
      kind: kindByTitle(title) ?? 'other',
      title: title || ref || 'Item',
      text: '',
      roundId: null,
      reviewId: null,
      appended: false,
      exemptParagraphs: exempt ? paragraphsNamed(exempt) : [],
      publicInterest: exempt ? `The minutes have it as exempt: ${exempt}.` : '',
      lateReason: isPublished ? 'The minutes have it' : '',
    })),
  )
  const items = itemsFor(
    (await loadAgenda(trx, meeting.id)).filter(({ dropped }) => !dropped),
    printed,
  )
  if (!isPublished)
    await orderAgenda(
      trx,
      officer,
      meeting,
      items.map((item) => item!.id),
    )
  const used = await referencesElsewhere(trx, meeting)
  for (const [at, minute] of printed.entries()) {
    refuseIf(isUsed(used, minute.ref), 'conflict', `${minute.ref} is the reference of another minute of ${meeting.committee.name}.`)
    const { ref: reference, text, resolution = '' } = minute
    await insertMinute(trx, officer, meeting, items[at]!.id, 1, { reference, text, resolution })
  }
  await recordEvent(trx, officer, 'minutes.taken-in', addressOf(meeting), { name: meeting.committee.name, items: printed.length })
}

/** No minute that a document has as exempt becomes one that the public sees. */
function refuseUnlessKeptBack({ ref, exempt }: ReadMinute, item: AgendaItem | undefined): void {
  const told = exempt && ref ? `Minute ${ref}` : 'A minute'
  refuseIf(
    exempt !== undefined && item !== undefined && !isExempt(item),
    'conflict',
    `${told} is exempt in the document, and its item is public on the agenda. Say on the agenda that the item is exempt, and by which paragraph; then take in the minutes.`,
  )
  refuseIf(
    exempt !== undefined && item === undefined && paragraphsNamed(exempt).length === 0,
    'conflict',
    `${told} is exempt in the document, which names no paragraph of Schedule 12A. Put its item on the agenda as an exempt item; then take in the minutes.`,
  )
}

/** The item of the agenda that each minute is of, by its title; two minutes of one title are of two items. */
function itemsFor(agenda: readonly AgendaItem[], printed: readonly ReadMinute[]): (AgendaItem | undefined)[] {
  const plain = (words: string) => words.toLowerCase().trim()
  const free = [...agenda]
  return printed.map(({ title, ref }) => {
    const at = free.findIndex((item) => plain(item.title) === plain(title || ref || 'Item'))
    return at === -1 ? undefined : free.splice(at, 1)[0]
  })
}

/**
 * Says a minute anew. Refuses (conflict) where someone has saved since it was read, where the reference is that of another minute of the committee, and once
 * the minutes were confirmed. Records `minute.corrected`, without a word of an exempt item.
 */
export async function correctMinute(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  item: AgendaItem,
  said: MinuteSaid,
  version: number,
): Promise<void> {
  await lockMinutes(trx, meeting)
  await refuseConfirmed(trx, meeting)
  refuseIf(
    isUsed(await usedReferences(trx, meeting.committee.id, item.id), said.reference),
    'conflict',
    `${said.reference} is the reference of another minute of ${meeting.committee.name}. No reference is used twice.`,
  )
  await insertMinute(trx, officer, meeting, item.id, version + 1, said)
  await recordEvent(trx, officer, 'minute.corrected', addressOf(meeting), {
    title: isExempt(item) ? 'An exempt item' : item.title,
    reference: said.reference,
  })
}

export interface PeopleSaid {
  /** Null where attendance was recorded, which says it. */
  present: string[] | null
  apologies: string[] | null
  alsoPresent: string[]
  inAttendance: string[]
}

/**
 * Says who was there beside the members whose attendance is recorded. Refuses (conflict) where someone has changed the meeting since, and once the minutes
 * were confirmed. Records `minutes.people-named`.
 */
export async function namePeople(trx: Trx, officer: Officer, meeting: MeetingRecord, said: PeopleSaid, version: number): Promise<void> {
  await lockMinutes(trx, meeting)
  await refuseConfirmed(trx, meeting)
  const changed = 'Someone else changed this meeting while you were writing. What you wrote is below; open the page again to see theirs.'
  refuseUnless(version === meeting.version, 'conflict', changed)
  const { present, apologies, alsoPresent, inAttendance } = said
  const papers = { ...(present && { present }), ...(apologies && { apologies }), also_present: alsoPresent, in_attendance: inAttendance }
  await refuseOnConflict(keepMeetingPapers(trx, officer, meeting.id, papers), changed)
  await recordEvent(trx, officer, 'minutes.people-named', addressOf(meeting), { name: meeting.committee.name })
}

/**
 * Records that a later meeting confirmed the minutes, with its corrections. Refuses (conflict) minutes that are not whole or were confirmed already; and
 * (invalid) a meeting that is not a later one of the committee, or is still to come. Records `minutes.confirmed`.
 */
export async function confirmMinutes(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  said: { meetingId: string; corrections: string },
  today: CalendarDate,
): Promise<void> {
  await lockMinutes(trx, meeting)
  await refuseConfirmed(trx, meeting)
  const minuted = await loadMinutes(trx, meeting)
  refuseIf(minuted.length === 0 || minuted.some(({ minute }) => minute === null), 'conflict', 'An item has no minute yet. Draft it first.')
  const later = (await meetingsAfter(trx, meeting.committee.id, meeting.heldOn)).find(({ id }) => id === said.meetingId)
  refuseIf(later === undefined, 'invalid', 'Choose the later meeting that confirmed the minutes.')
  refuseIf(later!.heldOn > today, 'invalid', `That meeting is on ${inWords(later!.heldOn)}: it has confirmed nothing yet.`)
  const row = {
    council_id: officer.councilId,
    meeting_id: meeting.id,
    confirmed_at_meeting_id: said.meetingId,
    corrections: said.corrections,
    recorded_by: officer.accountId,
  }
  await refuseOnConflict(trx.insertInto('minutes_confirmation').values(row).execute(), 'Someone else has just recorded the confirmation.')
  await recordEvent(trx, officer, 'minutes.confirmed', addressOf(meeting), { name: meeting.committee.name, day: later!.heldOn })
}

async function refuseConfirmed(trx: Trx, meeting: MeetingRecord): Promise<void> {
  const confirmation = await confirmationOf(trx, meeting.id)
  refuseIf(
    confirmation !== null,
    'conflict',
    `These minutes were confirmed on ${inWords(confirmation?.meeting.heldOn ?? meeting.heldOn)}: they stay as they are.`,
  )
}

/** References of the committee's other meetings, also those that only a document has. */
async function referencesElsewhere(trx: Trx, meeting: MeetingRecord): Promise<string[]> {
  const own = (meeting.papers.minutes ?? []).map(({ ref }) => ref)
  const used = await usedReferences(trx, meeting.committee.id)
  // The document's own are in the list once; what is there beside them is elsewhere.
  for (const reference of own) {
    const at = used.indexOf(reference)
    if (at !== -1) used.splice(at, 1)
  }
  return used
}

/** Nobody else numbers, changes or confirms minutes of the committee until this transaction ends. */
async function lockMinutes(trx: Trx, { committee }: MeetingRecord): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`minutes ${committee.id}`}, 0))`.execute(trx)
}

async function insertMinute(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  itemId: string,
  version: number,
  { reference, text, resolution }: MinuteSaid,
): Promise<void> {
  const row = {
    council_id: officer.councilId,
    meeting_id: meeting.id,
    agenda_item_id: itemId,
    version,
    reference,
    text,
    resolution,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('minute').values(row).execute(),
    'Someone else changed this minute while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
