import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { storedItems } from '../meetings/agenda.queries.ts'
import type { Officer } from '../people/officer.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { dueDay, dueInWords, isOutstanding, stateOf, type RequestRecord } from '../requests/request.ts'
import { lettersOfRequest, listRequests } from '../requests/request.queries.ts'
import type { LetterDrafted } from './draft-letters.ts'
import { addDrafted } from './save-letter.ts'

/** A letter that tells an owner what was asked of them, with the requests that it tells of. */
export interface RequestLetter extends LetterDrafted {
  requests: { id: string; slug: string }[]
}

/** A request with the paragraphs by which it is exempt. */
interface RequestToTell extends RequestRecord {
  exemptParagraphs: readonly number[]
}

/**
 * One letter to each owner with what was asked of them and by when; what was asked in an exempt item in a letter of its own. Where it is overdue the letter
 * reminds them. Requests without an owner go to nobody.
 */
function draftRequestLetters(requests: readonly RequestToTell[], council: string, today: CalendarDate): RequestLetter[] {
  const owned = requests.filter((request) => request.owner !== '' && isOutstanding(request))
  const groups = Map.groupBy(owned, (request) =>
    JSON.stringify(['request', request.owner, request.exemptParagraphs, stateOf(request, today) === 'overdue']),
  )
  return [...groups].map(([key, own]) => {
    const [first] = own as [RequestToTell]
    const { name: committee } = first.committee
    const overdue = stateOf(first, today) === 'overdue'
    return {
      key,
      kind: overdue ? 'chaser' : 'letter',
      recommendationId: null,
      exemptParagraphs: [...first.exemptParagraphs],
      correspondent: first.owner,
      address: '',
      datedOn: null,
      subject: overdue ? `${committee}: what was asked for is overdue` : `${committee}: what was asked for`,
      body: wordsOf(own, committee, council, overdue),
      requests: own.map(({ id, slug }) => ({ id, slug })),
    }
  })
}

function wordsOf(requests: readonly RequestToTell[], committee: string, council: string, overdue: boolean): string {
  const [first] = requests
  const asked = first?.madeAt
    ? `At its meeting on ${inWords(first.madeAt.heldOn)} the ${committee} asked for:`
    : `The ${committee} asked for:`
  const lines = requests.map((request) => {
    const due = dueInWords(request)
    return `- ${request.words.replaceAll('\n', ' ')}${due ? ` – ${overdue ? 'was due' : 'by'}: ${lowerFirst(due)}` : ''}`
  })
  const dated = requests.some((request) => dueDay(request) !== null)
  const please = overdue
    ? 'We have had no answer. Please let us have it, or tell us when it will come.'
    : dated
      ? 'Please let us have it by then, or tell us if that cannot be.'
      : 'Please let us have it, and tell us when it will come.'
  return `${asked}\n\n${lines.join('\n')}\n\n${please}\n\nDemocratic services\n${council}`
}

const lowerFirst = (words: string) => words.replace(/^M(?=eeting of)/, 'the m')

/** Two officers who draft letters at once do so one after the other, so that the second finds what the first drafted. */
export async function lockDrafting(trx: Trx, officer: Officer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`drafting letters ${officer.councilId}`}, 0))`.execute(trx)
}

/** Refuses (conflict) a letter about a request where one of the kind is drafted and has not gone. */
export async function refuseDrafted(trx: Trx, { requests, kind }: RequestLetter): Promise<void> {
  for (const { id } of requests)
    refuseIf(
      (await lettersOfRequest(trx, id)).some((letter) => letter.kind === kind && letter.sentOn === null),
      'conflict',
      'A letter about this is drafted already and has not gone. Open it from the request, and send that one.',
    )
}

/** The letters about what was asked for at a meeting, but for what a letter tells already. */
export async function requestLettersToDraft(
  trx: Trx,
  meeting: MeetingRecord,
  council: string,
  today: CalendarDate,
): Promise<RequestLetter[]> {
  const told = await trx.selectFrom('letter_request').select('request_id').execute()
  const requests = await listRequests(trx, { meetingId: meeting.id })
  const open = requests.filter(({ id }) => !told.some(({ request_id: known }) => known === id))
  return draftRequestLetters(await withParagraphs(trx, meeting.id, open), council, today)
}

/** The letter about one request: it tells its owner or, once it is overdue, reminds them; null where it has no owner or is dealt with. */
export async function letterOfRequest(
  trx: Trx,
  request: RequestRecord,
  council: string,
  today: CalendarDate,
): Promise<RequestLetter | null> {
  const [told] = await withParagraphs(trx, request.madeAt?.id ?? null, [request])
  return draftRequestLetters([told!], council, today)[0] ?? null
}

/** Also of an item that was dropped since: what was exempt stays so. */
async function withParagraphs(trx: Trx, meetingId: string | null, requests: readonly RequestRecord[]): Promise<RequestToTell[]> {
  const items = meetingId ? await storedItems(trx, meetingId) : []
  return requests.map((request) => ({
    ...request,
    exemptParagraphs: items.find(({ id }) => id === request.agendaItemId)?.exemptParagraphs ?? [],
  }))
}

/** Drafts a letter that tells of requests, and keeps which. Records `letter.drafted`, and `request.letter-drafted` for each. Gives its address. */
export async function addRequestLetter(trx: Trx, officer: Officer, letter: RequestLetter, meetingId: string | null): Promise<string> {
  const { requests } = letter
  const slug = await addDrafted(trx, officer, letter, meetingId)
  const { id } = await trx.selectFrom('letter').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  const rows = requests.map((request) => ({ council_id: officer.councilId, letter_id: id, request_id: request.id }))
  await trx.insertInto('letter_request').values(rows).execute()
  for (const request of requests) await recordEvent(trx, officer, 'request.letter-drafted', `/requests/${request.slug}`, { letter: slug })
  return slug
}
