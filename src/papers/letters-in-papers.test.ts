import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { faultsOfPdf } from '../../support/accessible-pdf.ts'
import { faultsOfWord } from '../../support/accessible-word.ts'
import { replyOfMinister } from '../../support/fictional-letters.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { generatedReadings } from '../../support/generated-readings.ts'
import { testApp } from '../../support/test-app.ts'
import { letterAt } from '../letters/letter-record.queries.ts'
import { addLetter, sendLetter } from '../letters/save-letter.ts'
import { sectionOfEnclosure } from '../files/enclosure.ts'
import { heading, paragraph, type PaperBlock } from '../platform/documents/paper-document.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { closePdfPress, writePdf } from '../platform/documents/write-pdf.ts'
import { readDocument } from '../reading/read-document.ts'
import { LAYOUTS, type Reading } from '../reading/reading.ts'
import { freezeContent } from '../rounds/freeze-round.ts'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import type { AppendedLetter } from './appendices.ts'
import { makePack } from './make-pack.ts'
import { makePaper } from './write-paper.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
after(closePdfPress)

const cells = (...texts: string[]) => ({ cells: texts.map((text) => ({ blocks: [paragraph(text)] })) })
/** An attachment that looks for all the world like recommendations with their progress. */
const table: PaperBlock = {
  kind: 'table',
  title: 'Recommendations',
  widths: [1, 5, 3, 2],
  header: [cells('Ref', 'Recommendation', 'Progress', 'Grade')],
  rows: [
    cells('1', 'That the Minister funds young carers.', 'None.', 'Slipped'),
    cells('2', 'That the Minister answers.', 'None.', 'Slipped'),
  ],
}
const letter = (title: string, blocks: PaperBlock[]): AppendedLetter => ({
  title,
  sections: [{ orientation: 'portrait', aside: true, blocks: [heading(1, title), ...blocks] }],
})
const attachment = sectionOfEnclosure(
  { name: 'Asks.docx', kind: 'docx', size: 900 },
  { title: 'Our asks', taken: 'both', statement: '', content: { orientation: 'portrait', blocks: [heading(2, 'Recommendations'), table] } },
)
const letters = [
  letter('Letter to the Minister for Health, 3 March 2027', [
    paragraph('1. We recommend that carers are funded.'),
    heading(2, 'Attachment: Our asks'),
    ...attachment.blocks.slice(1),
  ]),
  letter('Reply from the Minister for Health, 4 May 2027', [paragraph('Recommendation 1 is accepted. We shall write by June 2027.')]),
]

/** What was read, without where it stood: the contents are longer by the letters. */
const factsOf = ({ reviews, meetings, doubts }: Reading) =>
  JSON.parse(JSON.stringify({ reviews, meetings, doubts }, (name, value: unknown) => (name === 'place' ? undefined : value)))

for (const layout of LAYOUTS)
  test(`a ${layout} with letters as appendices reads back as one without, alone and as a whole pack`, async () => {
    await fc.assert(
      fc.asyncProperty(generatedReadings(layout), fc.boolean(), async (reading, packed) => {
        const make = packed ? makePack : makePaper
        const read = async (with_: AppendedLetter[]) =>
          readDocument(await readFile(await writeDocx(make(reading, { layout, letters: with_ })), 'paper.docx'))
        const [plain, lettered] = [await read([]), await read(letters)]
        deepEqual(factsOf(lettered), factsOf(plain))
        equal(lettered.unplaced.filter(({ why }) => why === 'A letter that is appended').length, 2)
      }),
      { numRuns: 8 },
    )
  })

test('a paper with letters reads back from PDF too, and everyone can read it in every format', async () => {
  const [reading] = fc.sample(generatedReadings('response-table'), { seed: 5, numRuns: 1 })
  const paper = makePaper(reading!, { layout: 'response-table', letters })
  const pdf = await writePdf(paper)
  deepEqual(await faultsOfPdf(pdf), [])
  deepEqual(faultsOfWord(await writeDocx(paper)), [])
  const read = readDocument(await readFile(pdf, 'paper.pdf'))
  const plain = readDocument(await readFile(await writePdf(makePaper(reading!, { layout: 'response-table' })), 'paper.pdf'))
  deepEqual(
    read.reviews.map(({ recommendations }) => recommendations.map(({ ref, text }) => [ref, text])),
    plain.reviews.map(({ recommendations }) => recommendations.map(({ ref, text }) => [ref, text])),
  )
})

test('an officer ticks the letters that go with a round’s paper; they follow it into the agenda pack, and an exempt one is never offered', async () => {
  const { reviewId, rounds, committeeId } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
  const about = { recommendationId: null, reviewId, meetingId: null, replyToId: null, exemptParagraphs: [] }
  const said = { correspondent: 'the Minister', address: '', datedOn: '2026-10-01', subject: 'Funding', body: 'Please say when.' }
  await heed.inCouncil(async (trx) => {
    const slug = await addLetter(trx, officer, { ...about, direction: 'out', kind: 'letter' }, said)
    await sendLetter(trx, officer, await letterAt(trx, slug), { by: 'post', how: 'By post', version: 1 }, new Date('2026-10-02T09:00:00Z'))
    await addLetter(trx, officer, { ...about, direction: 'in', kind: 'reply', exemptParagraphs: [3] }, { ...said, subject: 'quillfeather' })
    await freezeContent(trx, officer, rounds[2]!.slug)
    await putAgenda(trx, officer, committeeId, '2026-12-09', [anItem('Carers', { kind: 'round', roundId: rounds[2]!.id, appended: true })])
  })
  const visitor = await heed.visitor('officer')
  const files = { name: 'Costs.txt', bytes: Buffer.from('Costs\n\nThey rose.') }
  const kept = await visitor.submit(await visitor.get('/letters/adding'), replyOfMinister(reviewId, files))
  const making = await visitor.get(`/papers/making?round=${rounds[2]!.slug}`)
  match(making.text, /Letter to the Minister, 2 October 2026 Funding.*Reply from the Minister, 3 November 2026/)
  equal(making.html.includes('quillfeather'), false)
  const ids = await heed.inCouncil((trx) => trx.selectFrom('letter').select('id').execute())
  const wanted = { letters: ids.map(({ id }) => id), pack: 'yes' }
  const refused = await visitor.submit(making, wanted)
  match(refused.errors[0]?.text ?? '', /Costs\.txt, attached to the reply from the minister, has not been checked yet/)
  equal(refused.errors[0]?.field, 'letters')
  await visitor.submit(await visitor.get(`${kept.address}/attachments/1/checking`), { taken: 'both', title: 'Costs of carers' }, 'Confirm')
  const paper = await visitor.submit(refused, wanted)
  match(
    paper.text,
    /Appendix B – Letter to the Minister, 2 October 2026.*Appendix C – Reply from the Minister, 3 November 2026 Re: Funding In spring\. Attachment: Costs of carers/,
  )
  match(paper.text, /Files to send with it, as they came Costs\.txt \(Text, 17 bytes\)/)
  equal(paper.html.includes('quillfeather'), false)
  const rows = (await visitor.ask('GET', `${paper.address}/csv`)).body
  ok(!rows.includes('In spring.'))
  const agenda = await visitor.get('/meetings/2026-12-09-children/pack')
  match(agenda.text, /Letter to the Minister, 2 October 2026.*Reply from the Minister, 3 November 2026/)
  match(agenda.text, /Files beside it, as they came Item 1, Appendix A: Costs\.txt/)
})
