import { deepEqual, equal } from 'node:assert/strict'
import { after, test } from 'node:test'
import { makeMeeting } from '../../bench/meetings/meeting-document.ts'
import type { MeetingDocument } from '../../bench/meetings/meeting-document.ts'
import { FIRST_MEETINGS, SECOND_MEETINGS, THIRD_MEETINGS } from '../../bench/meetings/meeting-documents.ts'
import { scoreMeeting } from '../../bench/meetings/score-meeting.ts'
import { testApp } from '../../support/test-app.ts'
import { confirmImport } from '../imports/confirm-import.ts'
import { keepDocument } from '../imports/keep-document.ts'
import { startImport } from '../imports/start-import.ts'
import { addItems } from '../meetings/save-agenda.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { paragraphsNamed } from '../meetings/schedule-12a.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from '../reading/read-document.ts'
import type { Reading, ReadMeeting, ReadMinute } from '../reading/reading.ts'

const ALL = [...FIRST_MEETINGS, ...SECOND_MEETINGS, ...THIRD_MEETINGS]
const ITEM = { kind: 'other', text: '', roundId: null, reviewId: null, appended: false, lateReason: '' } as const
const plain = (words: string) => words.replaceAll(/\s+/g, ' ').trim()

const heed = await testApp({ after })

async function broughtIn(document: MeetingDocument): Promise<{ reading: Reading; slug: string }> {
  const { officer } = heed.officers
  const name = `${document.name}.docx`
  const bytes = Buffer.from(await makeMeeting(document, 'docx'))
  const reading = readDocument(await readFile(bytes, name))
  const slug = await heed.inCouncil(async (trx) => {
    const kept = await keepDocument(trx, officer, { name, kind: 'docx', bytes })
    await confirmImport(trx, officer, await startImport(trx, officer, { id: kept.id, name }, reading, '2026-02-01'))
    const held = await trx.selectFrom('meeting_now').select('slug').where('held_on', '=', document.gold.date).executeTakeFirstOrThrow()
    return held.slug
  })
  return { reading, slug }
}

/** What minutes say, but for the order of their lines. */
const toldIn = ({ ref, title, resolution = '', requests = [] }: ReadMinute) => ({
  ref,
  title,
  resolution: plain(resolution),
  requests: requests.map(plain).toSorted(),
})

const peopleOf = ({ present, also_present, in_attendance, apologies }: ReadMeeting) => ({ present, also_present, in_attendance, apologies })

for (const document of ALL.filter(({ gold }) => !gold.membership))
  test(`the minutes ${document.name} are taken in and written again with every fact`, async () => {
    const visitor = await heed.visitor('officer')
    const { reading, slug } = await broughtIn(document)
    const printed = reading.meetings[0]!
    const address = `/meetings/${slug}/minutes`

    // An exempt minute that names no paragraph of Schedule 12A is not taken in before an officer has said by which it is kept back.
    const unnamed = printed.minutes!.filter(({ exempt }) => exempt !== undefined && paragraphsNamed(exempt).length === 0)
    if (unnamed.length > 0) {
      const refused = await visitor.submit(await visitor.get(address), {}, 'Take in the minutes on record')
      equal(refused.text.includes('names no paragraph of Schedule 12A'), true)
      await heed.inCouncil(async (trx) => {
        const items = unnamed.map(({ title }) => ({ ...ITEM, title, exemptParagraphs: [3], publicInterest: 'Claims are open.' }))
        await addItems(trx, heed.officers.officer, await findMeeting(trx, slug), items)
      })
    }
    const taken = await visitor.submit(await visitor.get(address), {}, 'Take in the minutes on record')
    for (const { ref, title } of printed.minutes!) equal(taken.text.includes(`${ref} ${title}`.trim()), true, `${ref} ${title}`)
    const asked = printed.minutes!.flatMap(({ requests = [] }) => requests)
    if (asked.length > 0) {
      const ticks = Object.fromEntries(asked.map((_, at) => [`lines.${at}.take`, 'yes']))
      await visitor.submit(await visitor.get(`/meetings/${slug}/requests/suggested`), ticks)
    }

    const isKeptBack = ({ exempt }: ReadMinute) => exempt !== undefined
    for (const [format, ending] of [
      ['word', 'docx'],
      ['pdf', 'pdf'],
    ] as const) {
      const written = async (part: string) => {
        const { rawPayload } = await visitor.ask('GET', `${address}/${part}/${format}`)
        return readDocument(await readFile(rawPayload, `minutes.${ending}`))
      }
      const open = await written('draft')
      const again = open.meetings[0]!
      deepEqual(peopleOf(again), peopleOf(printed), format)
      deepEqual([again.body, again.date, again.venue], [printed.body, printed.date, printed.venue], format)
      const publicMinutes = printed.minutes!.filter((minute) => !isKeptBack(minute))
      deepEqual(again.minutes!.filter((minute) => !isKeptBack(minute)).map(toldIn), publicMinutes.map(toldIn), format)
      for (const { title, text } of printed.minutes!.filter(isKeptBack)) {
        equal(JSON.stringify(open).includes(title), false, format)
        equal(text.length < 60 || !JSON.stringify(open).includes(text.slice(0, 60)), true, format)
      }
      if (printed.minutes!.some(isKeptBack)) {
        const exempt = (await written('exempt-draft')).meetings[0]!
        deepEqual(exempt.minutes!.map(toldIn), printed.minutes!.filter(isKeptBack).map(toldIn), format)
        again.minutes = printed.minutes!.map((minute) =>
          isKeptBack(minute) ? minute : again.minutes!.find(({ ref, title }) => ref === minute.ref && title === minute.title)!,
        )
      }
      deepEqual(missed(document, { ...reading, meetings: [again] }), missed(document, reading), format)
    }
  })

const missed = ({ gold }: MeetingDocument, reading: Reading) =>
  scoreMeeting(gold, reading).misses.filter((miss) => miss.startsWith('missed'))

for (const document of ALL.filter(({ gold }) => gold.membership))
  test(`the agenda ${document.name} is built from and written again, with nothing exempt in its public part`, async () => {
    const visitor = await heed.visitor('officer')
    const { reading, slug } = await broughtIn(document)
    const printed = reading.meetings[0]!
    const meeting = await heed.inCouncil((trx) => findMeeting(trx, slug))
    const seats = await visitor.get(`/committees/${meeting.committee.slug}/membership/list?meeting=${slug}`)
    await visitor.submit(seats, Object.fromEntries(printed.membership!.map((_, at) => [`lines.${at}.take`, 'yes'])))
    const building = await visitor.get(`/meetings/${slug}/agenda/building`)
    await visitor.submit(building, { take: printed.agenda!.map((_, at) => `record-${at}`) })
    for (const [format, ending] of [
      ['word', 'docx'],
      ['pdf', 'pdf'],
    ] as const) {
      const { rawPayload } = await visitor.ask('GET', `/meetings/${slug}/pack/draft/${format}`)
      const pack = readDocument(await readFile(rawPayload, `pack.${ending}`))
      const again = pack.meetings[0]!
      deepEqual([again.date, again.time, again.venue], [printed.date, printed.time, printed.venue], format)
      // Who stands in for others is no member of the committee.
      const members = printed.membership!.filter((name) => !name.includes('(Substitute)'))
      equal(again.membership!.length, members.length, format)
      for (const [at, { title, exempt }] of printed.agenda!.entries()) {
        equal(JSON.stringify(pack).includes(title), exempt === undefined, `${format} ${title}`)
        if (exempt === undefined) equal(again.agenda![at]!.title, title, format)
        else equal(again.agenda![at]!.exempt !== undefined, true, format)
      }
    }
  })
