import { deepEqual, equal } from 'node:assert/strict'
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
import { loadAgenda } from './agenda.queries.ts'
import { findMeeting } from './meeting.queries.ts'

const SEEDS = new URL('../../../shared/seeds/', import.meta.url)
const NAME = '003-telford-agenda-pack-2017'
const skip = existsSync(SEEDS) ? false : 'the seeds are not beside this checkout'

/** What of a meeting stands on its agenda. */
const factsOf = ({ date, time, venue, membership, agenda }: Partial<ReadMeeting>) => ({
  date,
  time,
  venue,
  membership,
  agenda: agenda?.map(({ ref, title, text, appendix }) => ({ ref, title, text, appendix })),
})

test(
  'the agenda and membership of an agenda pack are brought in, shown as items and seats, and written again with every fact',
  { skip },
  async () => {
    const heed = await testApp({ after })
    const { officer } = heed.officers
    const visitor = await heed.visitor('officer')
    const bytes = readFileSync(new URL(`${NAME}.docx`, SEEDS))
    const gold = (JSON.parse(readFileSync(new URL(`${NAME}.gold.json`, SEEDS), 'utf8')) as { meetings: ReadMeeting[] }).meetings[0]!
    const slug = await heed.inCouncil(async (trx) => {
      const document = await keepDocument(trx, officer, { name: `${NAME}.docx`, kind: 'docx', bytes })
      const reading = readDocument(await readFile(bytes, `${NAME}.docx`))
      await confirmImport(trx, officer, await startImport(trx, officer, { id: document.id, name: `${NAME}.docx` }, reading, '2017-02-01'))
      return (await trx.selectFrom('meeting_now').select('slug').where('held_on', '=', gold.date!).executeTakeFirstOrThrow()).slug
    })
    const meeting = await heed.inCouncil((trx) => findMeeting(trx, slug))
    const membership = `/committees/${meeting.committee.slug}/membership`

    const preview = await visitor.get(`${membership}/list?meeting=${slug}`)
    const ticks = Object.fromEntries(gold.membership!.map((_, at) => [`lines.${at}.take`, 'yes']))
    const seated = await visitor.submit(preview, ticks)
    deepEqual(
      seated.tables[0]?.slice(1).map(([name, place]) => (place === 'Chair' ? `${name} (Chair)` : name)),
      // Heed calls a member by name and tells the place beside it.
      gold.membership,
    )

    const building = await visitor.get(`/meetings/${slug}/agenda/building`)
    const recorded = gold.agenda!.map((_, at) => `record-${at}`)
    await visitor.submit(building, { take: recorded })
    const items = await heed.inCouncil((trx) => loadAgenda(trx, meeting.id))
    deepEqual(
      items.map(({ number, title, text, letter }) => ({
        ref: String(number),
        title,
        text: text || undefined,
        appendix: letter ? `Appendix ${letter}` : undefined,
      })),
      factsOf(gold).agenda,
    )
    deepEqual(
      items.map(({ kind }) => kind),
      ['apologies', 'declarations', 'minutes', 'round', 'other', 'work-programme'],
    )
    const page = await visitor.get(`/meetings/${slug}`)
    for (const { title } of gold.agenda!) equal(page.text.includes(title), true, title)
    for (const name of gold.membership!) equal(page.text.includes(name.replace(' (Chair)', ', chair')), true, name)

    for (const [format, name] of [
      ['word', 'pack.docx'],
      ['pdf', 'pack.pdf'],
    ] as const) {
      const made = (await visitor.ask('GET', `/meetings/${slug}/pack/draft/${format}`)).rawPayload
      deepEqual(format === 'word' ? faultsOfWord(made) : await faultsOfPdf(made), [])
      const again = readDocument(await readFile(made, name)).meetings[0]!
      deepEqual(factsOf(again), factsOf(gold), format)
      deepEqual(again.body, meeting.papers.body)
    }
  },
)
