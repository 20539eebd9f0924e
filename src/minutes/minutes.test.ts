import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putAttendance, putDecision, putMembers } from '../../support/fictional-room.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { meetingOn } from '../meetings/insert-meeting.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { loadAgenda } from '../meetings/agenda.queries.ts'
import { setCommitteeRule } from '../meetings/committee-rule.ts'
import { meetingPack } from '../meetings/meeting-pack.queries.ts'
import { publishPack, sealOf } from '../meetings/publish-pack.ts'
import { dropItem } from '../meetings/save-agenda.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from '../reading/read-document.ts'
import { addRequest } from '../requests/save-request.ts'
import { loadMinutes } from './minutes.queries.ts'
import { confirmMinutes, correctMinute, draftedNow, draftMinutes } from './save-minutes.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const SECRET = 'quillfeather'
const EXEMPT = { exemptParagraphs: [3], publicInterest: `Bids of ${SECRET} are open.` }
const DAY = '2027-03-10'
const committee = await heed.inCouncil(async (trx) => {
  const review = await putYoungCarers(trx, officer)
  const row = await trx.selectFrom('committee_now').selectAll().where('committee_id', '=', review.committeeId).executeTakeFirstOrThrow()
  return { id: row.committee_id, slug: row.slug, name: row.name, reviewId: review.reviewId, roundId: review.rounds[0]!.id }
})
const members = await heed.inCouncil((trx) =>
  putMembers(trx, officer, committee, [
    { name: 'Cllr J Marsh', place: 'chair' },
    { name: 'Cllr A Oduya', place: 'member' },
    { name: 'Cllr R Fir', place: 'substitute' },
    { name: 'Cllr P Elm', place: 'member' },
  ]),
)
const held = await heed.inCouncil(async (trx) => {
  const said = { quorum: 3, minuteReference: 'CYP SC-{number}', nextNumber: 15, recordsMovers: true }
  await setCommitteeRule(trx, officer, committee, said, 0)
  const meeting = await putAgenda(trx, officer, committee.id, DAY, [
    anItem('Apologies for absence', { kind: 'apologies' }),
    anItem('Declarations of interest', { kind: 'declarations' }),
    anItem('Young carers', { kind: 'round', roundId: committee.roundId, reviewId: committee.reviewId }),
    anItem(`Contract with ${SECRET}`, EXEMPT),
    anItem('Work programme', { kind: 'work-programme' }),
  ])
  await meetingOn(trx, officer, committee.id, '2027-06-09')
  return meeting
})
const item = (number: number) => held.agenda[number - 1]!
heed.clock.now = new Date(`${DAY}T21:00:00Z`)
let visitor = await heed.visitor('officer')
const address = `/meetings/${held.slug}/minutes`

test('minutes are drafted from the record, numbered on from the committee’s own last number', async () => {
  await heed.inCouncil(async (trx) => {
    const [marsh, oduya, fir, elm] = [...members.values()] as [string, string, string, string]
    await putAttendance(trx, officer, held.id, marsh, { state: 'present' })
    await putAttendance(trx, officer, held.id, oduya, { state: 'present', arrived: '18:45' })
    await putAttendance(trx, officer, held.id, fir, { state: 'present', forMemberId: elm })
    await putAttendance(trx, officer, held.id, elm, { state: 'apologies' })
    for (const [number, interest] of [
      [3, 'Her sister runs the carers’ centre'],
      [4, `She owns shares in ${SECRET}`],
    ] as const)
      await trx
        .insertInto('declaration')
        .values({
          council_id: officer.councilId,
          meeting_id: held.id,
          member_id: oduya,
          agenda_item_id: item(number).id,
          kind: 'pecuniary',
          interest,
          leaves: number === 4,
        })
        .execute()
    const lines = await trx
      .selectFrom('round_item as i')
      .innerJoin('recommendation_now as r', 'r.recommendation_id', 'i.recommendation_id')
      .select(['i.id', 'i.recommendation_id', 'r.ref'])
      .where('i.round_id', '=', committee.roundId)
      .where('r.parent_id', 'is', null)
      .where('i.action_id', 'is', null)
      .orderBy('r.position')
      .execute()
    const of = (at: number) => ({
      meetingId: held.id,
      agendaItemId: item(3).id,
      recommendationId: lines[at]!.recommendation_id,
      itemId: lines[at]!.id,
    })
    await putDecision(trx, officer, { ...of(0), kind: 'agree', movedBy: marsh, secondedBy: oduya })
    await putDecision(trx, officer, { ...of(1), kind: 'challenge', gradeCode: '4', words: 'No evidence was shown' })
    const made = { meetingId: held.id, agendaItemId: item(3).id, exempt: false }
    const asked = { words: 'Figures by ward', owner: 'Head of Carers', dueWords: '', dueOn: null, forMeetingId: null }
    await addRequest(trx, officer, committee.id, made, asked)
    const secret = { ...asked, words: `The price of ${SECRET}` }
    await addRequest(trx, officer, committee.id, { ...made, agendaItemId: item(4).id, exempt: true }, secret)
  })
  const empty = await visitor.get(address)
  match(empty.text, /No minutes yet/)
  const drafted = await visitor.submit(empty, {}, 'Draft the minutes')
  match(drafted.said ?? '', /5 minutes were drafted/)
  const text = drafted.text
  match(text, /Present Cllr J Marsh \(Chair\) Cllr A Oduya Cllr R Fir \(substitute for Cllr P Elm\)/)
  match(
    text,
    /CYP SC-15 Apologies for absence Apologies for absence were received from Cllr P Elm\. Cllr A Oduya arrived at 6\.45pm\. Cllr R Fir sat as substitute for Cllr P Elm\./,
  )
  match(
    text,
    /CYP SC-16 .*declared a disclosable pecuniary interest in item 3 \(Young carers\): Her sister runs the carers’ centre\. Cllr A Oduya declared a disclosable pecuniary interest in item 4, an exempt item, and left the meeting while it was considered\./,
  )
  match(
    text,
    /CYP SC-17 Young carers The Committee considered progress on the recommendations of .*That the assessment of recommendation 1 \(\w[\w ]*\) be agreed\. \(Moved by Cllr J Marsh, seconded by Cllr A Oduya\.\)/,
  )
  match(
    text,
    /That the assessment of recommendation 3 be challenged: the Committee’s assessment is Not Achieved, in place of [\w ]+\. No evidence was shown\./,
  )
  match(text, /Requested: Figures by ward/)
  const again = await visitor.ask('POST', `${address}/drafting`)
  equal(again.statusCode >= 400, true)
})

test('a minute is changed in versions; of two officers the second is told, and no reference is used twice', async () => {
  const form = await visitor.get(`${address}/${item(5).id}/correcting`)
  const twice = await visitor.submit(form, { reference: 'cyp sc-15' })
  equal(twice.status, 409)
  match(twice.errors[0]?.text ?? '', /No reference is used twice/)
  const saved = await visitor.submit(twice, {
    reference: 'CYP SC-20',
    text: 'The Chair outlined the programme.',
    resolution: 'That it be agreed.',
  })
  match(saved.text, /CYP SC-20 Work programme The Chair outlined the programme\. Resolved: That it be agreed\./)
  match(saved.text, /No minute on record is numbered CYP SC-19\./)
  const late = await visitor.submit(await visitor.get(`${address}/${item(5).id}/correcting`), { version: '1', text: 'Otherwise' })
  match(late.errors[0]?.text ?? '', /Someone else changed this minute/)
  await visitor.submit(await visitor.get(`${address}/${item(5).id}/correcting`), { reference: 'CYP SC-19' })
  doesNotMatch((await visitor.get(address)).text, /No minute on record is numbered/)
})

test('what was written can be drafted anew, and the record’s words be compared', async () => {
  const minute = `${address}/${item(1).id}/correcting`
  await visitor.submit(await visitor.get(minute), { text: 'Nobody was away.' }, 'Save')
  match((await visitor.get(minute)).text, /What the record says of this item now Apologies for absence were received from Cllr P Elm/)
  const anew = await visitor.submit(await visitor.get(minute), {}, 'Draft it anew from the record')
  match(anew.text, /CYP SC-15 Apologies for absence Apologies for absence were received from Cllr P Elm/)
})

test('who else was there is said, and printed in Word and PDF that read back whole', async () => {
  const people = await visitor.get(`${address}/people`)
  await visitor.submit(people, { alsoPresent: 'Cllr G Reed', inAttendance: 'T Vale (Head of Carers)\nZ Ash (Clerk)' })
  for (const [format, name] of [
    ['word', 'minutes.docx'],
    ['pdf', 'minutes.pdf'],
  ] as const) {
    const made = (await visitor.ask('GET', `${address}/draft/${format}`)).rawPayload
    const read = readDocument(await readFile(made, name)).meetings[0]!
    deepEqual(read.in_attendance, ['T Vale (Head of Carers)', 'Z Ash (Clerk)'], format)
    deepEqual(read.apologies, ['Cllr P Elm'], format)
    deepEqual(
      read.minutes?.map(({ ref, title }) => [ref, title]),
      [
        ['CYP SC-15', 'Apologies for absence'],
        ['CYP SC-16', 'Declarations of interest'],
        ['CYP SC-17', 'Young carers'],
        ['CYP SC-18', 'Exempt item'],
        ['CYP SC-19', 'Work programme'],
      ],
      format,
    )
    match(
      read.minutes?.[2]?.resolution ?? '',
      /^- That the assessment of recommendation 1 .*\n- That the assessment of recommendation 3 be challenged/,
      format,
    )
    equal(read.minutes?.[4]?.resolution, 'That it be agreed.')
    match(read.minutes?.[2]?.text ?? '', /Figures by ward/)
  }
})

test('published minutes are sealed, and their public part has not a word of an exempt item', async () => {
  await visitor.submit(await visitor.get(`${address}/${item(4).id}/correcting`), {
    text: `The Committee heard from ${SECRET}.`,
    resolution: `That ${SECRET} be appointed.`,
  })
  const publishing = await visitor.get(`${address}/publishing`)
  await visitor.submit(await visitor.get(`${address}/people`), { alsoPresent: '' })
  const stale = await visitor.submit(publishing)
  match(stale.errors[0]?.text ?? '', /have changed since you looked/)
  const published = await visitor.submit(await visitor.get(`${address}/publishing`))
  equal(published.address, `/meetings/${held.slug}/publications/minutes-1`)
  equal(published.html.includes(SECRET), false)
  for (const format of ['html', 'content.json'])
    equal((await visitor.ask('GET', `${published.address}/${format}`)).body.includes(SECRET), false, format)
  match(published.text, /CYP SC-18 Exempt item Not for publication, by virtue of paragraph 3/)
  const exempt = await visitor.get(`${published.address}-exempt`)
  match(exempt.text, /That quillfeather be appointed\..*The price of quillfeather/)
  doesNotMatch(exempt.text, /Young carers/)
  match((await visitor.get(`${address}/publishing`)).text, /Nothing has changed since/)
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').selectAll().where('subject', 'like', '%/minutes%').execute())
  equal(JSON.stringify(events).includes(SECRET), false)
})

test('the next meeting is offered them, confirms them with its corrections, and minutes that; its numbers go on', async () => {
  match((await visitor.get('/meetings/2027-06-09-children/agenda/building')).text, /Minutes .*the minutes are on record/)
  await visitor.submit(await visitor.get('/meetings/2027-06-09-children/agenda/building'))
  match((await visitor.get(`${address}/confirming`)).text, /No later meeting has been held yet/)
  heed.clock.now = new Date('2027-06-09T20:00:00Z')
  visitor = await heed.visitor('officer')
  const confirmed = await visitor.submit(await visitor.get(`${address}/confirming`), { corrections: 'Cllr Oduya arrived at 6.40pm' })
  match(confirmed.text, /Confirmed at the meeting of 9 June 2027/)
  const late = await visitor.submit(await visitor.get(`${address}/${item(1).id}/correcting`), { text: 'Other' })
  match(late.errors[0]?.text ?? '', /were confirmed on 9 June 2027: they stay as they are/)
  const again = await visitor.submit(await visitor.get(`${address}/publishing`))
  match(again.text, /Confirmed: at the meeting held on 9 June 2027\. Corrections: Cllr Oduya arrived at 6\.40pm/)
  const next = await visitor.submit(await visitor.get('/meetings/2027-06-09-children/minutes'), {}, 'Draft the minutes')
  match(next.text, /CYP SC-20 Apologies/)
  match(
    next.text,
    /CYP SC-22 Minutes .*held on 10 March 2027 be confirmed and signed by the Chair, with these corrections: Cllr Oduya arrived at 6\.40pm\./,
  )
})

test('minutes of two meetings drafted at the same moment have no number twice', async () => {
  const meetings = await heed.inCouncil(async (trx) =>
    Promise.all(
      ['2027-04-14', '2027-05-12'].map(async (day) => {
        const { slug } = await putAgenda(trx, officer, committee.id, day, [anItem(`First of ${day}`), anItem(`Second of ${day}`)])
        return findMeeting(trx, slug)
      }),
    ),
  )
  await Promise.all(meetings.map((meeting) => heed.inCouncil((trx) => draftMinutes(trx, officer, meeting, '2027-06-09'))))
  const rows = await heed.inCouncil((trx) => trx.selectFrom('minute_now').select('reference').execute())
  const references = rows.map(({ reference }) => reference)
  equal(new Set(references).size, references.length)
  deepEqual(references.filter((reference) => /SC-2[5-8]$/.test(reference ?? '')).toSorted(), [
    'CYP SC-25',
    'CYP SC-26',
    'CYP SC-27',
    'CYP SC-28',
  ])
})

test('an interest declared in an exempt item that was dropped since is told without a word of it', async () => {
  const minuted = await heed.inCouncil(async (trx) => {
    const meeting = await putAgenda(trx, officer, committee.id, '2027-02-10', [
      anItem('Declarations of interest', { kind: 'declarations' }),
      anItem(`Contract with ${SECRET}`, EXEMPT),
    ])
    const [, dropped] = meeting.agenda
    const row = { council_id: officer.councilId, meeting_id: meeting.id, member_id: members.get('Cllr A Oduya')!, leaves: true }
    const declared = { agenda_item_id: dropped!.id, kind: 'pecuniary' as const, interest: `She owns shares in ${SECRET}` }
    await trx
      .insertInto('declaration')
      .values({ ...row, ...declared })
      .execute()
    await dropItem(trx, officer, meeting, dropped!, true)
    const found = await findMeeting(trx, meeting.slug)
    await draftMinutes(trx, officer, found, '2027-06-10')
    return loadMinutes(trx, found)
  })
  deepEqual(
    minuted.map(({ minute }) => minute?.text),
    ['Cllr A Oduya declared a disclosable pecuniary interest in an exempt item, and left the meeting while it was considered.'],
  )
})

test('a minute is drafted the first time as it would be later, though an exempt item about the same review was withdrawn', async () => {
  const told = await heed.inCouncil(async (trx) => {
    const agenda = await putAgenda(trx, officer, committee.id, '2027-01-13', [
      anItem('Young carers', { kind: 'round', roundId: committee.roundId, reviewId: committee.reviewId }),
      anItem(`Contract with ${SECRET}`, { ...EXEMPT, reviewId: committee.reviewId }),
    ])
    const found = await findMeeting(trx, agenda.slug)
    const seen = sealOf(await meetingPack(trx, found, 'Wexcombe'))
    await publishPack(trx, officer, found, 'Wexcombe', { seen, lateReason: '' }, new Date('2027-01-04'))
    const published = await loadAgenda(trx, agenda.id)
    await dropItem(trx, officer, found, published[1]!, true)
    const { id: recommendationId } = await trx
      .selectFrom('recommendation')
      .select('id')
      .where('review_id', '=', committee.reviewId)
      .where('slug', '=', '3')
      .executeTakeFirstOrThrow()
    await putDecision(trx, officer, { meetingId: agenda.id, agendaItemId: published[0]!.id, recommendationId, kind: 'defer' })
    await draftMinutes(trx, officer, found, '2027-06-10')
    const [first] = await loadMinutes(trx, found)
    return { first: first!.minute!.resolution, later: (await draftedNow(trx, found, first!.item)).resolution }
  })
  equal(told.first, 'That recommendation 3 be deferred.')
  equal(told.later, told.first)
})

test('a correction that comes while the minutes are being confirmed waits, and is refused', async () => {
  const found = await heed.inCouncil((trx) => findMeeting(trx, '2027-01-13-children'))
  const [first] = await heed.inCouncil((trx) => loadMinutes(trx, found))
  const later = await heed.inCouncil((trx) => findMeeting(trx, '2027-02-10-children'))
  const said = { reference: '', text: 'Otherwise', resolution: '' }
  let correcting: Promise<unknown> = Promise.resolve()
  await heed.inCouncil(async (trx) => {
    await confirmMinutes(trx, officer, found, { meetingId: later.id, corrections: '' }, '2027-06-10')
    const over = new AbortController()
    correcting = heed.inCouncil((other) => correctMinute(other, officer, found, first!.item, said, first!.minute!.version))
    void correcting.finally(() => over.abort()).catch(() => undefined)
    while (!over.signal.aborted && !(await isSomebodyWaiting())) await setTimeout(10)
  })
  await rejects(correcting, { code: 'conflict', message: /were confirmed on 10 February 2027: they stay as they are/ })
})

async function isSomebodyWaiting(): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`.execute(heed.database.owner)
  return rows.length > 0
}
