import { deepEqual, equal, match } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { faultsOfPdf } from '../../support/accessible-pdf.ts'
import { faultsOfWord } from '../../support/accessible-word.ts'
import { testApp } from '../../support/test-app.ts'
import { confirmImport } from '../imports/confirm-import.ts'
import { keepDocument } from '../imports/keep-document.ts'
import { startImport } from '../imports/start-import.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from '../reading/read-document.ts'
import type { ReadMeeting } from '../reading/reading.ts'

const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const NAME = '003-telford-agenda-pack-2017'
const skip = existsSync(SEEDS) ? false : 'the seeds are not beside this checkout'

/** What minutes say of a meeting, as a reader of them has it. */
const factsOf = ({ body, date, venue, present, also_present, in_attendance, apologies }: Partial<ReadMeeting>) => ({
  body,
  date,
  venue,
  present,
  also_present,
  in_attendance,
  apologies,
})
const plain = (words: string) => words.replace(/\s+/g, ' ').trim()

test(
  'the minutes of an agenda pack are taken in with references, resolutions and requests, and written again with every fact',
  { skip },
  async () => {
    const heed = await testApp({ after })
    const { officer } = heed.officers
    const visitor = await heed.visitor('officer')
    const bytes = readFileSync(new URL(`${NAME}.docx`, SEEDS))
    const gold = (JSON.parse(readFileSync(new URL(`${NAME}.gold.json`, SEEDS), 'utf8')) as { meetings: ReadMeeting[] }).meetings[1]!
    const reading = readDocument(await readFile(bytes, `${NAME}.docx`))
    const printed = reading.meetings[1]!
    const { slug, committee } = await heed.inCouncil(async (trx) => {
      const document = await keepDocument(trx, officer, { name: `${NAME}.docx`, kind: 'docx', bytes })
      await confirmImport(trx, officer, await startImport(trx, officer, { id: document.id, name: `${NAME}.docx` }, reading, '2017-02-01'))
      return trx
        .selectFrom('meeting_now as m')
        .innerJoin('committee_now as c', 'c.committee_id', 'm.committee_id')
        .select(['m.slug', 'c.slug as committee'])
        .where('m.held_on', '=', gold.date!)
        .executeTakeFirstOrThrow()
    })
    const address = `/meetings/${slug}/minutes`

    // Its minutes, with their references.
    const taken = await visitor.submit(await visitor.get(address), {}, 'Take in the minutes on record')
    for (const { ref, title, resolution = '' } of gold.minutes!) {
      equal(taken.text.includes(`${ref} ${title}`), true, ref)
      for (const line of resolution.split('\n')) equal(plain(taken.text).includes(plain(line)), true, `${ref} ${line}`)
    }
    for (const names of [gold.present!, gold.also_present!, gold.in_attendance!, gold.apologies!])
      for (const name of names) equal(taken.text.includes(name), true, name)

    // What it asked for later, with the meeting that is to have it.
    await visitor.submit(await visitor.get('/meetings/planning'), { committee, days: '7 February 2017' })
    const suggested = await visitor.get(`/meetings/${slug}/requests/suggested`)
    const asked = printed.minutes!.flatMap(({ requests = [] }) => requests)
    const ticks = Object.fromEntries(asked.map((_, at) => [`lines.${at}.take`, 'yes']))
    await visitor.submit(suggested, ticks)
    const requests = (await visitor.get('/requests?state=all&order=due')).tables[0]!.slice(1)
    equal(requests.length, asked.length)
    const february = requests.filter(([, , due]) => due?.startsWith('Meeting of 7 February 2017'))
    match(february.map(([words]) => words).join('\n'), /School Improvement team.*performance detail/)
    match(february.map(([words]) => words).join('\n'), /further data on meeting the deadlines/)
    equal(february.find(([words]) => words?.includes('performance detail'))?.[1], 'School Improvement team')
    match(
      (await visitor.get(`/meetings/2017-02-07-${committee}/agenda/building`)).text,
      /Requests outstanding.*further data on meeting the deadlines/,
    )

    // Its work programme.
    const programme = await visitor.get(`/committees/${committee}/programme/list?meeting=${slug}`)
    const inProgramme = await visitor.submit(programme, { 'lines.0.take': 'yes' })
    match(inProgramme.text, /The Chair outlined the work programme and noted provisional future meeting dates/)

    // Written again, and read back.
    for (const [format, name] of [
      ['word', 'minutes.docx'],
      ['pdf', 'minutes.pdf'],
    ] as const) {
      const made = (await visitor.ask('GET', `${address}/draft/${format}`)).rawPayload
      deepEqual(format === 'word' ? faultsOfWord(made) : await faultsOfPdf(made), [], format)
      const again = readDocument(await readFile(made, name)).meetings[0]!
      deepEqual(factsOf(again), factsOf(gold), format)
      deepEqual(
        again.minutes?.map(({ ref, title, resolution }) => [ref, title, resolution]),
        gold.minutes?.map(({ ref, title, resolution }) => [ref, title, resolution]),
        format,
      )
      deepEqual(
        again.minutes?.map(({ text }) => plain(text)),
        printed.minutes?.map(({ text }) => plain(text)),
        format,
      )
      deepEqual(
        again.minutes?.flatMap((minute) => minute.requests ?? []),
        asked,
        format,
      )
    }

    // Confirmed at the next meeting, and numbered on from it.
    const next = (await visitor.get('/meetings')).links.find(({ href }) => /2017-01-05/.test(href))?.href ?? ''
    match((await visitor.submit(await visitor.get(`${address}/confirming`))).text, /Confirmed at the meeting of 5 January 2017/)
    const built = await visitor.submit(await visitor.get(`${next}/agenda/building`))
    equal(built.status, 200)
    const drafted = await visitor.submit(await visitor.get(`${next}/minutes`), {}, 'Draft the minutes')
    match(drafted.text, /CYP SC-20 Apologies for Absence/)
    match(drafted.text, /CYP SC-22 Minutes .*held on 1 November 2016 be confirmed and signed by the Chair\./)
  },
)
