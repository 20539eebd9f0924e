import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { answersAll, CHASED, chasedRound } from '../../support/chased-round.ts'
import { testApp } from '../../support/test-app.ts'
import { openPosts } from '../messages/open-posts.ts'
import { recordBounce } from '../messages/record-report.ts'
import { sendMessageJob } from '../messages/send-message.job.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { climbLadderJob } from './climb-ladder.job.ts'
import { whyAskingWithheld } from './why-withheld.ts'

const heed = await testApp({ after })
const folder = mkdtempSync(join(tmpdir(), 'heed-log-'))
after(() => rmSync(folder, { recursive: true }))
const address = `/rounds/${CHASED}/chasing/log`
const work = { councilId: heed.councilId, inCouncil: heed.inCouncil, clock: () => heed.clock.now }

async function sendAll(): Promise<void> {
  const sending = sendMessageJob({ posts: openPosts({ key: heed.key, folder }), key: heed.key, why: [whyAskingWithheld] })
  const waiting = await heed.inCouncil((trx) => trx.selectFrom('message_waiting').select('message_id').execute())
  for (const { message_id: messageId } of waiting) await sending.run(work, { messageId })
}

/** Asked in December, reminded by itself, one answered, one bounced, one opened; on 11 January the manager is written to, and a step is skipped. */
before(async () => {
  await chasedRound(heed)
  await sendAll()
  heed.clock.now = new Date('2026-12-30T08:30:00Z')
  await climbLadderJob(heed.key).run(work, {})
  await answersAll(heed, 'Silas Orme')
  await sendAll()
  await heed.inCouncil(async (trx) => {
    const { officer } = heed.officers
    const bounced = await trx
      .selectFrom('message')
      .select('id')
      .where('to_name', '=', 'Hester Quill')
      .where('step', '=', 'reminder')
      .executeTakeFirstOrThrow()
    await recordBounce(trx, officer, bounced.id, 'mailbox of hester.quill@wexcombe-carers.example unknown')
    const link = await trx.selectFrom('asking_link').select('id').where('for_name', '=', 'Imogen Strand').executeTakeFirstOrThrow()
    await trx
      .insertInto('asking_link_opening')
      .values({ council_id: heed.councilId, asking_link_id: link.id, opened_on: '2027-01-04', opened_at: new Date('2027-01-04T12:00:00Z') })
      .execute()
  })
  heed.clock.now = new Date('2027-01-11T09:00:00Z')
  const officer = await heed.visitor('officer')
  const page = await officer.get(`/rounds/${CHASED}/chasing?tick=all`)
  const chosen = [page.forms.find(({ values }) => 'chosen' in values)?.values.chosen ?? []].flat()
  const skipped = chosen.find((purpose) => purpose.includes('overdue'))!
  await officer.submit(page, { chosen: skipped, todo: 'withhold', why: 'Has rung to say that it comes tomorrow' }, 'Put off or skip')
  await officer.submit(
    await officer.get(`/rounds/${CHASED}/chasing`),
    { chosen: chosen.filter((purpose) => purpose !== skipped), todo: 'send' },
    'Send those ticked',
  )
  await sendAll()
})

test('the log says of each person by what they were written to, what became of it, when they opened and answered', async () => {
  const officer = await heed.visitor('officer')
  const page = await officer.get(address)
  const row = (name: string) => page.tables[0]?.find(([who]) => who?.startsWith(name)) ?? []
  match(row('Hester Quill')[1] ?? '', /Asking: to Hester Quill, 16 December 2026, 10:00 Sent .*Reminder[^.]*Came back.*unknown/)
  match(row('Imogen Strand')[1] ?? '', /To the manager: to Marguerite Ashdown, 11 January 2027, 09:00 Sent/)
  equal(row('Imogen Strand')[2], '4 January 2027')
  equal(row('Imogen Strand')[5], 'No answer')
  match(row('Silas Orme')[1] ?? '', /Not sent ?Everything that it asks for has been answered meanwhile/)
  equal(row('Silas Orme')[5], 'Answered')
  ok(/Skipped Has rung to say that it comes tomorrow Oswin Thorpe, 11 January 2027/.test(page.text), page.text)
})

test('the log stands by line too', async () => {
  const officer = await heed.visitor('officer')
  const page = await officer.get(`${address}?by=line`)
  deepEqual(page.tables[0]?.[0], ['Line', 'Asked of', 'Asked', 'Messages', 'Opened', 'Answered', 'Sent back', 'How it stands'])
  const standing = (name: string) => page.tables[0]?.find((cells) => cells[1] === name)?.at(-1)
  deepEqual([standing('Silas Orme'), standing('Imogen Strand'), standing('Hester Quill')], ['Answered', 'No answer', 'Sent back'])
})

test('both can be downloaded as lists', async () => {
  const officer = await heed.visitor('officer')
  const csv = (await officer.ask('GET', `${address}.csv`)).body
  match(csv, /Who was asked,Post,/)
  match(csv, /Hester Quill,Chief officer,Wexcombe Carers’ Trust,1,2026-12-16,Reminder before it is due,Hester Quill,2026-12-30,Came back/)
  match(
    (await officer.ask('GET', `/rounds/${CHASED}/chasing/lines.csv`)).body,
    /Support for Young Carers,Recommendation 8,Head of Inclusion,Imogen Strand,/,
  )
  equal((await officer.ask('GET', `${address}.xlsx`)).rawPayload.subarray(0, 2).toString(), 'PK')
})

test('the paper says the same in Word, PDF and HTML, names posts, and holds no link, no e-mail address and nobody’s own words', async () => {
  const officer = await heed.visitor('officer')
  const words: string[] = []
  for (const [kind, name] of [
    ['word', 'log.docx'],
    ['pdf', 'log.pdf'],
  ] as const) {
    const { rawPayload } = await officer.ask('GET', `${address}/${kind}`)
    words.push(JSON.stringify(await readFile(rawPayload, name)).replaceAll(/\\n|\s+/g, ' '))
  }
  words.push((await officer.ask('GET', `${address}/html`)).body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '))
  for (const said of words) {
    for (const wanted of [
      /Chase log: Winter 2027/,
      /6 people were asked about 5 lines/,
      /2 of them to managers and above/,
      /1 came back undelivered/,
      /Head of Inclusion/,
      /Director of Children and Families/,
      /Has rung to say that it comes tomorrow/,
    ])
      match(said, wanted)
    for (const unwanted of [/\w@\w/, /\/asked\//, /Imogen|Strand|Marguerite/]) ok(!unwanted.test(said), `${unwanted} in ${said}`)
  }
})

test('where nobody was asked, the pages say what to do first', async () => {
  const other = await testApp({ after })
  const administrator = await other.visitor('administrator')
  equal((await administrator.get(address)).status, 404)
})
