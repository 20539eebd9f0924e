import { setCommitteeRule } from '../src/meetings/committee-rule.ts'
import { takeFile } from '../src/files/take-file.ts'
import { insertAction } from '../src/action-plans/insert-action.ts'
import { askPeople } from '../src/asking/ask-people.ts'
import { loadRoundAsking } from '../src/asking/asking-plan.queries.ts'
import { linkFor } from '../src/asking/asking-link.ts'
import { makeCalendarAddress } from '../src/calendar/make-calendar-address.ts'
import { takeInContacts } from '../src/contacts/take-in-contacts.ts'
import { noteQuestion } from '../src/decisions/note-question.ts'
import { declareInterest } from '../src/decisions/record-attendance.ts'
import { recordDecisions } from '../src/decisions/record-decision.ts'
import { isPublicLine, loadRoom, standingDecision } from '../src/decisions/room.queries.ts'
import type { RoomLine } from '../src/decisions/room-line.ts'
import { addLetter, correctLetter, sendLetter } from '../src/letters/save-letter.ts'
import { letterAt } from '../src/letters/letter-record.queries.ts'
import { lettersToDraft } from '../src/letters/letters-to-draft.queries.ts'
import { addRequestLetter, letterOfRequest, requestLettersToDraft, type RequestLetter } from '../src/letters/request-letters.ts'
import { agendaMatter } from '../src/meetings/agenda-matter.queries.ts'
import { loadAgenda } from '../src/meetings/agenda.queries.ts'
import { isExempt, type ItemSaid } from '../src/meetings/agenda.ts'
import { cancelMeeting, takeUpMeeting } from '../src/meetings/cancel-meeting.ts'
import { keepMeetingPapers } from '../src/meetings/insert-meeting.ts'
import { findMeeting } from '../src/meetings/meeting.queries.ts'
import type { MeetingRecord } from '../src/meetings/meeting.ts'
import { meetingPack } from '../src/meetings/meeting-pack.queries.ts'
import { moveMeeting } from '../src/meetings/move-meeting.ts'
import { planMeetings } from '../src/meetings/plan-meetings.ts'
import { proposeItems } from '../src/meetings/propose-items.ts'
import { publishPack, sealOf } from '../src/meetings/publish-pack.ts'
import { addItems, dropItem } from '../src/meetings/save-agenda.ts'
import { HEED } from '../src/messages/take-message.ts'
import { minutesNow, publishMinutes, sealOfMinutes } from '../src/minutes/publish-minutes.ts'
import { confirmMinutes, correctMinute, draftMinutes, takeInMinutes } from '../src/minutes/save-minutes.ts'
import { loadMinutes } from '../src/minutes/minutes.queries.ts'
import { recordPaper } from '../src/papers/record-paper.ts'
import type { Officer } from '../src/people/officer.ts'
import type { KeyOfHeed } from '../src/platform/core/seal.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { insertRecommendation, insertResponse } from '../src/recommendations/insert-recommendation.ts'
import { stateOwnership } from '../src/recommendations/ownership.ts'
import { addPromise } from '../src/recommendations/promise.ts'
import { addToProgramme } from '../src/requests/save-programme.ts'
import { listRequests } from '../src/requests/request.queries.ts'
import { addRequest } from '../src/requests/save-request.ts'
import { remindByItself } from '../src/responses/chase-response.ts'
import { nameNoticeContact } from '../src/responses/notice-contact.ts'
import { serveNotice } from '../src/responses/serve-notice.ts'
import { insertReview } from '../src/reviews/insert-review.ts'
import { findingsOfRound } from '../src/rounds/findings-of-round.ts'
import { freezeContent } from '../src/rounds/freeze-round.ts'
import { insertRound, insertRoundItem, insertRoundReview, insertUpdate } from '../src/rounds/insert-round.ts'
import { writeNote } from '../src/rounds/notes.ts'
import { overrideFindings } from '../src/rounds/override-finding.ts'
import { findRound } from '../src/rounds/round-record.queries.ts'
import { anItem } from './fictional-agenda.ts'
import { attend } from './fictional-meeting.ts'
import { putCommittee, putScale } from './fictional-review.ts'
import { putMembers } from './fictional-room.ts'
import { confirmMarked, markedFile, putMarkedLetter, putWithItem } from './marked-papers.ts'

/** A word that stands in one text only: of an exempt matter, or of a public one. No other text of the tests begins so. */
export const kept = (where: string) => `Zqxkept${where}`
export const open = (where: string) => `Pbxopen${where}`
type Mark = typeof kept

/** What a meeting has of an exempt matter, and how it comes to it. */
export interface Marked {
  /** What the exempt item takes: one review of a round with two, the whole of a round of its own, or neither. */
  about: 'review' | 'round' | 'nothing'
  /** A public item that is about the same review. */
  besides: 'no' | 'round' | 'review' | 'response'
  /** It comes after the agenda was published, and goes into a supplement. */
  late: boolean
  /** It is withdrawn after it was published. */
  dropped: boolean
  decided: 'agree' | 'challenge' | 'call' | 'defer' | 'close' | 'grant-extension'
  /** What there is of the minutes of the meeting before, of which an item was exempt too. */
  before: 'document' | 'taken-in' | 'published'
}

/** Where the record of a marked meeting is to be looked for. */
export interface MarkedMeeting {
  /** The one that has the exempt matter, the one before, the next, and one between that was cancelled. */
  meetings: { now: string; before: string; next: string; cancelled: string }
  committeeId: string
  /** Their ids by their names. */
  members: Map<string, string>
  /** Of the public matter and of the exempt one. */
  recommendations: { open: string; kept: string }
  openAsking: { askingId: string; items: string[]; href: string; contactId: string }
  calendars: string[]
}

const COUNCIL = 'Wexcombe Borough Council'
const ASKED_AT = new Date('2026-11-10T09:00:00Z')
const PUBLISHED_AT = new Date('2026-11-25T09:00:00Z')
/** Later than five clear days before: it must say why. */
const SUPPLEMENTED_AT = new Date('2026-12-04T09:00:00Z')
const HELD_AT = new Date('2026-12-09T19:00:00Z')
const AFTER = new Date('2026-12-16T09:00:00Z')

const OPEN_OWNER = { owner: 'Head of Parks', name: 'Pat Green', address: 'pat@wexcombe.example' }
const KEPT_OWNER = { owner: kept('owner'), name: 'Sam Grey', address: 'sam@wexcombe.example' }

/** Does with a meeting what officers do with one, with a marked word in every text that is of its exempt matter, and another in every text that is not. */
export async function putMarkedMeeting(trx: Trx, officer: Officer, key: KeyOfHeed, marked: Marked): Promise<MarkedMeeting> {
  const committee = { id: await putCommittee(trx, officer, 'place', 'Place Panel'), slug: 'place', name: 'Place Panel' }
  await setCommitteeRule(trx, officer, committee, { quorum: 2, minuteReference: '{number}/{year}', nextNumber: 1, recordsMovers: true }, 0)
  const members = await putMembers(trx, officer, committee, [
    { name: 'Cllr Ash', place: 'chair' },
    { name: 'Cllr Birch', place: 'member' },
    { name: 'Cllr Cedar', place: 'member' },
  ])
  const days = ['2026-11-04', '2026-12-09', '2027-01-13', '2026-12-16']
  const planned = days.map((heldOn) => ({ heldOn, time: '6.30pm', venue: open('venue') }))
  const [before, now, next, cancelled] = (await planMeetings(trx, officer, committee, planned)) as [string, string, string, string]
  const people = [OPEN_OWNER, KEPT_OWNER].map(({ owner, name, address }) => `${name},${owner},${address},${owner}`)
  const scaleId = await putScale(trx, officer)

  const reviews = { open: await putReview(open, OPEN_OWNER.owner), kept: await putReview(kept, KEPT_OWNER.owner) }
  await takeInContacts(trx, officer, ['Name,Post,E-mail,Speaks for', ...people].join('\n'))
  const files = { open: markedFile(open, 'paper'), kept: markedFile(kept, 'paper') }
  const letters = {
    open: await putMarkedLetter(trx, officer, { reviewId: reviews.open.id, exemptParagraphs: [] }, open),
    kept: await putMarkedLetter(trx, officer, { reviewId: reviews.kept.id, exemptParagraphs: [] }, kept),
    exempt: await putMarkedLetter(trx, officer, { reviewId: null, exemptParagraphs: [3] }, kept),
  }
  const meeting = await findMeeting(trx, now)
  const rounds = await putRounds()
  await putMinutesBefore(before)
  await putProgramme('open')
  await putAgendaAndPublish()
  await putCancelled(cancelled)
  await hold()
  await minute()
  await write()
  await publishNext(next)
  return {
    meetings: { before, now, next, cancelled },
    committeeId: committee.id,
    members,
    recommendations: { open: reviews.open.recommendationId, kept: reviews.kept.recommendationId },
    openAsking: rounds.asking,
    calendars: await makeCalendars(),
  }

  async function putReview(mark: Mark, owner: string) {
    const said = { title: `${mark('review')} in the borough`, committeeId: committee.id, scaleId, layout: 'progress-table' as const }
    const { id } = await insertReview(trx, officer, { ...said, linkOfficers: [mark('officer')], status: mark('status') })
    const { id: recommendationId } = await insertRecommendation(trx, officer, id, {
      ref: '1',
      text: `That ${mark('recommendation')} is done.`,
      theme: mark('theme'),
      successMeasure: mark('measure'),
      whyImportant: mark('why'),
      whatGoodLooksLike: mark('good'),
    })
    await stateOwnership(trx, officer, { recommendationId }, [owner])
    await addPromise(trx, officer, { recommendationId }, { words: 'March 2026', iso: '2026-03-31' })
    await insertAction(trx, officer, recommendationId, {
      text: mark('action'),
      outcome: mark('outcome'),
      measures: [mark('actionmeasure')],
      budget: mark('budget'),
      percentComplete: 10,
      rag: 'Amber',
    })
    const { slug, title } = await trx
      .selectFrom('review_now')
      .select(['slug', 'title'])
      .where('review_id', '=', id)
      .executeTakeFirstOrThrow()
    return { id, slug, title, recommendationId }
  }

  /** One round for both reviews, or one for each where the exempt item takes a whole one. Owners are asked before they have answered. */
  async function putRounds() {
    const apart = marked.about === 'round'
    const of = apart ? [['open'], ['kept']] : [['open', 'kept']]
    const made: { id: string; slug: string; items: Record<string, string> }[] = []
    for (const names of of as ('open' | 'kept')[][]) {
      const mark = names.includes('open') ? open : kept
      const said = { name: `${mark('round')} 2026`, meetingId: meeting.id, presentedOn: meeting.heldOn, dueOn: '2026-11-20' }
      const round = await insertRound(trx, officer, said)
      const items: Record<string, string> = {}
      for (const [at, name] of names.entries()) {
        await insertRoundReview(trx, officer, round.id, reviews[name].id, `Autumn ${at}`)
        const asked = { recommendationId: reviews[name].recommendationId, actionId: null, statement: 1 }
        items[name] = await insertRoundItem(trx, officer, round.id, at + 1, asked)
      }
      const { plan } = await loadRoundAsking(trx, round.slug, '2026-11-10')
      const contactIds = plan.people.map(({ contact }) => contact.id)
      await askPeople(trx, officer, key, { slug: round.slug, contactIds, withForm: true, returnTo: 'scrutiny@wexcombe.example' }, ASKED_AT)
      for (const name of names) await answer(name, items[name]!)
      const findings = await findingsOfRound(trx, await findRound(trx, round.slug))
      for (const name of names)
        await overrideFindings(
          trx,
          officer,
          round.slug,
          findings.filter(({ review }) => review === `${markOf(name)('review')} in the borough`).map(({ key: found }) => found),
          markOf(name)('override'),
        )
      await freezeContent(trx, officer, round.slug)
      const points = names.map((name) => `Look at ${markOf(name)('point')}.`)
      const lettersOf = names.map((name) => letters[name])
      const withLetters = (await trx.selectFrom('letter').select('id').where('slug', 'in', lettersOf).execute()).map(({ id }) => id)
      await recordPaper(trx, officer, round.slug, {
        layout: 'own',
        letters: withLetters,
        covering: { points, eachFinding: true, purpose: mark('purpose') },
      })
      made.push({ ...round, items })
    }
    const asking = await trx
      .selectFrom('asking as a')
      .innerJoin('contact_now as c', (join) => join.onRef('c.council_id', '=', 'a.council_id').onRef('c.contact_id', '=', 'a.contact_id'))
      .select(['a.id', 'c.contact_id'])
      .where('c.email', '=', OPEN_OWNER.address)
      .executeTakeFirstOrThrow()
    const { name, address } = OPEN_OWNER
    const { href } = await linkFor(trx, officer, key, { askingId: asking.id, name, address, expiresAt: ASKED_AT }, ASKED_AT)
    return {
      open: made[0]!,
      kept: made.at(-1)!,
      asking: { askingId: asking.id, contactId: asking.contact_id, items: [made[0]!.items.open!], href },
    }
  }

  async function answer(name: 'open' | 'kept', item: string) {
    const mark = markOf(name)
    await writeNote(trx, officer, item, `About ${mark('note')}.`)
    const said = {
      evidence: `${mark('evidence')} was begun.`,
      gradeCode: '3',
      meaning: 'slipped' as const,
      explanation: `${mark('explanation')} left.`,
      impact: `${mark('impact')} helps.`,
      revisedWords: 'September 2027',
      revisedIso: '2027-09-30',
      revisedReason: `${mark('revised')} begins in June.`,
    }
    await insertUpdate(trx, officer, item, 1, said, 'owner')
  }

  /** The meeting before: an imported document has its minutes, of which one is of an item that is exempt. */
  async function putMinutesBefore(slug: string) {
    const earlier = await findMeeting(trx, slug)
    await addItems(trx, officer, earlier, [
      anItem(open('beforetitle')),
      anItem(kept('beforetitle'), { exemptParagraphs: [1], publicInterest: kept('beforereason') }),
    ])
    const printed = [open, kept].map((mark, at) => ({
      ref: `${at + 90}/25`,
      title: mark('beforetitle'),
      text: mark('beforetext'),
      resolution: mark('beforeresolution'),
      requests: [mark('beforerequest')],
    }))
    await keepMeetingPapers(trx, officer, earlier.id, { minutes: printed })
    if (marked.before === 'document') return
    await takeInMinutes(trx, officer, await findMeeting(trx, slug))
    if (marked.before === 'published') await publishMinutesOf(slug, PUBLISHED_AT)
  }

  /** Of the exempt matter once its item is on the agenda: before, everybody may know of it. */
  function putProgramme(name: 'open' | 'kept', meetingId: string | null = null) {
    const where = meetingId ? 'leftprogramme' : 'programme'
    const said = { title: markOf(name)(where), text: markOf(name)(`${where}text`), reviewId: reviews[name].id }
    return addToProgramme(trx, officer, committee, [{ ...said, meetingId, meetingWords: meetingId ? '' : 'Summer 2027' }])
  }

  function exemptItem(): ItemSaid {
    const about =
      marked.about === 'review'
        ? { kind: 'round' as const, roundId: rounds.kept.id, reviewId: reviews.kept.id }
        : marked.about === 'round'
          ? { kind: 'round' as const, roundId: rounds.kept.id }
          : {}
    return anItem(kept('title'), {
      ...about,
      text: kept('text'),
      appended: true,
      exemptParagraphs: [3, 5],
      publicInterest: kept('reason'),
      lateReason: marked.late ? kept('late') : '',
    })
  }

  async function putExemptItem() {
    await addItems(trx, officer, meeting, [exemptItem()])
    if (marked.about !== 'nothing') await putProgramme('kept')
    await putPapersOfExempt()
    await chaseResponses()
  }

  /** Papers of the exempt item; and what a public item would show if it were not kept back: the same file, and a letter about the same review. */
  async function putPapersOfExempt() {
    const agenda = await loadAgenda(trx, meeting.id)
    const exempt = agenda.find(isExempt)!
    await putWithItem(trx, officer, meeting, exempt, { files: [files.kept], letters: [letters.exempt] })
    await confirmMarked(trx, officer, files.kept, kept, 'paper', true)
    const item = agenda.find(({ title }) => title === open('title')) ?? (await putPublicItem())
    await putWithItem(trx, officer, meeting, item, { files: [files.kept], letters: marked.about === 'nothing' ? [] : [letters.kept] })
  }

  async function putPublicItem() {
    await addItems(trx, officer, meeting, [anItem(open('title'), { text: open('text') })])
    const item = (await loadAgenda(trx, meeting.id)).find(({ title }) => title === open('title'))!
    await putWithItem(trx, officer, meeting, item, { files: [files.open], letters: [letters.open] })
    await confirmMarked(trx, officer, files.open, open, 'paper', false)
    return item
  }

  /** Notices whose time runs out: whoever must answer is reminded, and of the exempt matter is not. Then the answers come. */
  async function chaseResponses() {
    const names = marked.about === 'nothing' ? (['open'] as const) : (['open', 'kept'] as const)
    for (const name of names) {
      const review = reviews[name]
      await serveNotice(trx, officer, review, { servedOn: '2026-10-05', servedTo: 'The Mayor', months: 2 }, '2026-11-25')
      await nameNoticeContact(
        trx,
        officer,
        review,
        { contactId: null, name: 'The Mayor', address: 'mayor@wexcombe.example' },
        0,
        PUBLISHED_AT,
      )
      await remindByItself(trx, { ...HEED, councilId: officer.councilId }, key, review.slug, PUBLISHED_AT)
    }
    for (const name of ['open', 'kept'] as const)
      await insertResponse(trx, officer, reviews[name].recommendationId, 1, { answer: 'accepted', text: markOf(name)('response') })
  }

  /** A meeting with an exempt item of its own is moved, cancelled, taken up and cancelled for good: the public is told, and what it left is offered to the next. */
  async function putCancelled(slug: string) {
    const of = await findMeeting(trx, slug)
    const about = marked.about === 'nothing' ? {} : { reviewId: reviews.kept.id }
    await addItems(trx, officer, of, [
      anItem(open('lefttitle'), { text: open('lefttext') }),
      anItem(kept('lefttitle'), { ...about, text: kept('lefttext'), exemptParagraphs: [3], publicInterest: kept('leftreason') }),
    ])
    if (marked.about !== 'nothing') await putProgramme('kept', of.id)
    await publishPackOf(of)
    const said = { heldOn: '2026-12-17', time: '7pm', venue: open('othervenue') }
    await moveMeeting(trx, officer, of, COUNCIL, { ...said, version: of.version, rounds: [] }, PUBLISHED_AT)
    const moved = () => findMeeting(trx, slug)
    await cancelMeeting(trx, officer, await moved(), COUNCIL, open('cancelled'), SUPPLEMENTED_AT)
    await takeUpMeeting(trx, officer, await moved(), COUNCIL, SUPPLEMENTED_AT)
    await cancelMeeting(trx, officer, await moved(), COUNCIL, open('cancelled'), SUPPLEMENTED_AT)
  }

  function besidesItems(): ItemSaid[] {
    if (marked.about === 'nothing') return []
    const title = open('besides')
    if (marked.besides === 'round')
      return [anItem(title, { kind: 'round', roundId: rounds.kept.id, reviewId: reviews.kept.id, appended: true })]
    if (marked.besides === 'review') return [anItem(title, { reviewId: reviews.kept.id, appended: true })]
    if (marked.besides === 'response') return [anItem(title, { kind: 'response', reviewId: reviews.kept.id, appended: true })]
    return []
  }

  async function putAgendaAndPublish() {
    if (marked.late) await putPublicItem()
    else await putExemptItem()
    const standing = proposeItems(await agendaMatter(trx, meeting), []).filter(({ kind }) => kind !== 'round')
    await addItems(trx, officer, meeting, [
      ...standing,
      anItem(open('progress'), { kind: 'round', roundId: rounds.open.id, reviewId: reviews.open.id, appended: true }),
      ...(marked.late ? [] : besidesItems()),
    ])
    await publishPackOf(meeting)
    if (marked.late) {
      await putExemptItem()
      await addItems(
        trx,
        officer,
        meeting,
        [anItem(open('latetitle')), ...besidesItems()].map((item) => ({ ...item, lateReason: open('late') })),
      )
      await publishPackOf(meeting, SUPPLEMENTED_AT)
    }
    if (!marked.dropped) return
    const item = (await loadAgenda(trx, meeting.id)).find(isExempt)!
    await dropItem(trx, officer, meeting, item, true)
    await publishPackOf(meeting, SUPPLEMENTED_AT)
  }

  async function hold() {
    await attend(trx, officer, meeting, members)
    const chair = members.get('Cllr Ash')!
    const agenda = await loadAgenda(trx, meeting.id)
    for (const { id, title, exemptParagraphs } of agenda.filter((item) => isExempt(item) || item.title === open('title'))) {
      const mark = exemptParagraphs.length > 0 ? kept : open
      const said = {
        memberId: chair,
        agendaItemId: id,
        kind: 'other' as const,
        interest: mark('interest'),
        leaves: title === open('title'),
      }
      await declareInterest(trx, officer, meeting, said)
      const words = { words: mark('request'), owner: mark('requestowner'), dueWords: mark('due'), dueOn: '2026-12-20', forMeetingId: null }
      const made = { meetingId: meeting.id, agendaItemId: id, exempt: exemptParagraphs.length > 0 }
      await addRequest(trx, officer, committee.id, made, words)
    }
    const { lines } = await loadRoom(trx, meeting)
    for (const line of lines) await decideOn(line)
  }

  async function decideOn(line: RoomLine) {
    const room = await loadRoom(trx, meeting)
    // Once its exempt item is withdrawn, what is said of a review under a public item is said in public.
    const mark = isPublicLine(room, line) || marked.dropped ? open : kept
    const hasUpdate = line.statements.length > 0
    const kind = marked.decided === 'grant-extension' && !hasUpdate ? 'agree' : marked.decided
    // A later date was granted by the first decision about it already.
    const granted = room.decisions.some((one) => one.kind === 'grant-extension' && one.recommendationId === line.recommendation.id)
    const said = {
      agendaItemId: line.agendaItem.id,
      recommendationId: line.recommendation.id,
      actionId: line.actionId,
      kind: kind === 'grant-extension' && granted ? ('agree' as const) : kind,
      gradeCode: kind === 'challenge' ? '4' : null,
      words: mark('words'),
      ending: kind === 'close' ? ('superseded' as const) : null,
      movedBy: null,
      secondedBy: null,
      minuteReference: '',
      warned: mark('warned'),
      checkBack: null,
      deviceKey: crypto.randomUUID(),
      deviceNumber: 1,
      decidedAt: HELD_AT,
      basedOn: standingDecision(room, line)?.deviceKey ?? '',
    }
    if (room.settled.has(line.recommendation.id)) return
    await recordDecisions(trx, officer, meeting, [said], HELD_AT)
    const question = { memberId: members.get('Cllr Birch')!, recommendationId: line.recommendation.id, shared: true }
    await noteQuestion(trx, officer, meeting, { ...question, words: mark('question') })
  }

  async function minute() {
    await draftMinutes(trx, officer, meeting, '2026-12-16')
    for (const { item, minute: drafted } of await loadMinutes(trx, meeting)) {
      const mark = isExempt(item) ? kept : item.title === open('title') ? open : null
      if (!mark || !drafted) continue
      const said = { ...drafted, text: `${drafted.text}\n${mark('minute')}`, resolution: `${drafted.resolution}\n${mark('resolution')}` }
      await correctMinute(trx, officer, meeting, item, said, drafted.version)
    }
    await publishMinutesOf(meeting.slug, AFTER)
  }

  async function write() {
    for (const { key: _, ...letter } of await lettersToDraft(trx, meeting, COUNCIL)) {
      const about = { direction: 'out' as const, reviewId: null, meetingId: meeting.id, replyToId: null, ...letter }
      const exempt = letter.exemptParagraphs.length > 0
      const mark = exempt ? kept : open
      const address = letter.correspondent === OPEN_OWNER.owner ? OPEN_OWNER.address : ''
      const said = { ...letter, address, subject: mark('subject'), body: `${letter.body}\n${mark('body')}` }
      const file = takeFile({ name: `${mark('file')}.txt`, bytes: Buffer.from(mark('filetext')) }, 1000)
      const slug = await addLetter(trx, officer, about, said, [file])
      const by = exempt || address === '' ? ('post' as const) : ('message' as const)
      await sendLetter(trx, officer, await letterAt(trx, slug), { by, how: by === 'post' ? 'By hand' : '', version: 1 }, AFTER)
      const reply = { ...about, direction: 'in' as const, kind: 'reply' as const, replyToId: (await letterAt(trx, slug)).id }
      await addLetter(trx, officer, reply, { ...said, subject: mark('replysubject'), body: mark('reply') })
    }
    for (const letter of await requestLettersToDraft(trx, meeting, COUNCIL, '2026-12-16')) await sendRequestLetter(letter)
    for (const request of await listRequests(trx, { meetingId: meeting.id }))
      await sendRequestLetter((await letterOfRequest(trx, request, COUNCIL, '2027-01-10'))!)
  }

  /** To the same address whatever it tells: of an exempt matter it must not go as a message. */
  async function sendRequestLetter(letter: RequestLetter) {
    const slug = await addRequestLetter(trx, officer, letter, meeting.id)
    await correctLetter(trx, officer, await letterAt(trx, slug), { ...letter, address: OPEN_OWNER.address }, 1)
    const drafted = await letterAt(trx, slug)
    const by = drafted.exemptParagraphs.length > 0 ? ('post' as const) : ('message' as const)
    await sendLetter(trx, officer, drafted, { by, how: by === 'post' ? 'By hand' : '', version: 2 }, AFTER)
  }

  /** The next meeting has before it what this one left: its minutes, what it asked for, the work programme. It confirms them. */
  async function publishNext(slug: string) {
    const after = await findMeeting(trx, slug)
    const offered = proposeItems(await agendaMatter(trx, after), [])
    await addItems(trx, officer, after, offered)
    await publishPackOf(after, AFTER)
    const told = new Date('2027-01-14T09:00:00Z')
    await confirmMinutes(trx, officer, meeting, { meetingId: after.id, corrections: open('correction') }, '2027-01-14')
    await publishMinutesOf(meeting.slug, told)
    await draftMinutes(trx, officer, after, '2027-01-14')
    await publishMinutesOf(slug, told)
  }

  async function publishPackOf(of: MeetingRecord, at = PUBLISHED_AT) {
    const pack = await meetingPack(trx, of, COUNCIL)
    if (pack.items.length > 0) await publishPack(trx, officer, of, COUNCIL, { lateReason: kept('publishedlate'), seen: sealOf(pack) }, at)
  }

  async function publishMinutesOf(slug: string, at: Date) {
    const of = await findMeeting(trx, slug)
    const minutes = await minutesNow(trx, of, COUNCIL)
    await publishMinutes(trx, officer, of, COUNCIL, sealOfMinutes(minutes), at)
  }

  /** Of those who have no account: the committee's, and that of the owner who is not of the exempt matter. */
  async function makeCalendars(): Promise<string[]> {
    const { contactId } = rounds.asking
    const secrets = [
      await makeCalendarAddress(trx, officer, {
        holder: { committeeId: committee.id },
        name: committee.name,
        page: '/committees/place/calendar',
      }),
      await makeCalendarAddress(trx, officer, { holder: { contactId }, name: OPEN_OWNER.name, page: '/contacts/pat/calendar' }),
    ]
    return secrets
  }
}

const markOf = (name: 'open' | 'kept'): Mark => (name === 'open' ? open : kept)
