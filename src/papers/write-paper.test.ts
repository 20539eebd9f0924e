import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import Papa from 'papaparse'
import { parse } from 'parse5'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { FULL_READING } from '../../support/full-reading.ts'
import { generatedReadings } from '../../support/generated-readings.ts'
import { readDocx } from '../platform/documents/read-docx.ts'
import { textOf } from '../platform/documents/source-document.ts'
import { writeCsv } from '../platform/documents/write-csv.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { writeHtml } from '../platform/documents/write-html.ts'
import { closePdfPress, writePdf } from '../platform/documents/write-pdf.ts'
import { writeXlsx } from '../platform/documents/write-xlsx.ts'
import { LAYOUTS, type Reading } from '../reading/reading.ts'
import { assessmentWords } from './recommendation-words.ts'
import { makePaper } from './write-paper.ts'

after(closePdfPress)

for (const layout of LAYOUTS)
  test(`a review of any kind written as ${layout} leaves no fact out, in Word, HTML, PDF, Excel or CSV`, async () => {
    const generated = LAYOUTS.map((kind) => ({ kind, reading: richest(fc.sample(generatedReadings(kind), { seed: 11, numRuns: 6 })) }))
    for (const { kind, reading: given } of [...generated, { kind: 'one with every field', reading: FULL_READING }]) {
      const reading = counted(given)
      const paper = makePaper(reading, { layout })
      const made = {
        docx: textOf(readDocx(await writeDocx(paper), 'paper.docx').blocks),
        html: textOfHtml(writeHtml(paper)),
        xlsx: textOfWorkbook(await writeXlsx(paper)),
        csv: Papa.parse<string[]>(writeCsv(paper)).data.flat().join('\n'),
        // What is not particular to a layout is in its PDF as it is in its HTML: two papers of each are enough.
        ...(kind === layout || given === FULL_READING ? { pdf: await textOfPdf(await writePdf(paper)) } : {}),
      }
      for (const [format, text] of Object.entries(made)) {
        const bare = squeezed(text)
        const missing = wordsOf(reading).filter(
          (words) => !bare.includes(squeezed(words)) && !(format === 'pdf' && isCutByPage(words, bare)),
        )
        assert.deepEqual(missing, [], `${kind} as ${layout}, ${format}`)
      }
    }
  })

test('evidence of three pages is whole in every format, word by word', async () => {
  const reading = structuredClone(FULL_READING)
  const words = Array.from({ length: 1800 }, (_, at) => `word${at}x`)
  reading.reviews[0]!.recommendations[0]!.updates[0]!.evidence = words
    .map((word, at) => (at % 60 === 59 ? `${word}.\n` : `${word} `))
    .join('')
  const paper = makePaper(reading, { layout: 'progress-form' })
  const pdf = await writePdf(paper)
  const made = {
    docx: textOf(readDocx(await writeDocx(paper), 'paper.docx').blocks),
    html: textOfHtml(writeHtml(paper)),
    pdf: await textOfPdf(pdf),
    xlsx: textOfWorkbook(await writeXlsx(paper)),
    csv: writeCsv(paper),
  }
  for (const [format, text] of Object.entries(made))
    assert.deepEqual(
      words.filter((word) => !text.includes(word)),
      [],
      format,
    )
  const pages = await pagesOfPdf(pdf)
  assert.ok(pages.filter((page) => /word\d+x/.test(page)).length >= 3, 'it stands on three pages')
})

test('a covering report carries the points, the findings and the scale, and the appendix follows', () => {
  const reading = richest(fc.sample(generatedReadings('progress-table'), { seed: 3, numRuns: 6 }))
  const finding = {
    rule: 'evidence_missing',
    severity: 'stops' as const,
    review: null,
    ref: '1',
    part: 'a',
    action: null,
    round: null,
    presented_on: null,
    message: 'No evidence was given.',
    remedy: '',
  }
  const paper = makePaper(reading, {
    layout: 'progress-table',
    covering: { points: ['Two are late.'], findings: [finding], contact: { name: 'Judith Farrow' } },
  })
  const text = textOfHtml(writeHtml(paper))
  for (const words of [
    'Purpose',
    'Two are late.',
    'Recommendation 1, part a: No evidence was given.',
    'All that was recommended has been done',
    'Judith Farrow',
  ])
    assert.ok(squeezed(text).includes(squeezed(words)), words)
  assert.equal(text.split('All that was recommended has been done').length, 2)
  assert.deepEqual(
    paper.sections.map((section) => section.orientation),
    ['portrait', 'landscape'],
  )
})

test('all that is said of one action is one point for members, with the officers’ reason once', () => {
  const reading = richest(fc.sample(generatedReadings('progress-table'), { seed: 3, numRuns: 6 }))
  const about = { severity: 'stops' as const, review: null, ref: '3.2', part: null, round: null, presented_on: null, remedy: '' }
  const findings = [
    { ...about, rule: 'grade_missing', action: 4, message: 'There is no grade.', override: 'It comes by March.' },
    { ...about, rule: 'no_movement', action: 5, message: 'Nothing is reported.' },
    { ...about, rule: 'date_passed', action: 4, message: 'The date has passed.', override: 'It comes by March.' },
  ]
  const covering = { points: [], findings }
  const text = squeezed(textOfHtml(writeHtml(makePaper(reading, { layout: 'progress-table', covering }))))
  const point = 'Recommendation 3.2, action 4: There is no grade. The date has passed. The officers’ reason: It comes by March.'
  assert.ok(text.includes(squeezed(point)))
  assert.ok(text.includes(squeezed('Recommendation 3.2, action 5: Nothing is reported.')))
})

test('what the assessment says of the reason is said once, and why the date changes after it', () => {
  const reading = structuredClone(FULL_READING)
  const { recommendations, scale } = reading.reviews[0]!
  const update = {
    ...recommendations[0]!.updates[0]!,
    assessment_text: '3 – Slipped - Two heads left.',
    explanation: 'Two heads left.\nThe last visit is in May.',
  }
  assert.equal(assessmentWords(update, scale), '3 – Slipped - Two heads left.\nThe last visit is in May.')
  assert.equal(assessmentWords({ ...update, explanation: 'Two heads left.' }, scale), '3 – Slipped - Two heads left.')
  assert.equal(assessmentWords({ ...update, assessment_text: '3 – Slipped', explanation: 'Two left.' }, scale), '3 – Slipped – Two left.')
})

test('a review that is to follow says so in place of its table', () => {
  const [sample] = fc.sample(generatedReadings('progress-table'), { seed: 3, numRuns: 1 })
  const reviews = sample!.reviews.map((review) => ({ ...review, recommendations: [], status: 'to follow' }))
  const text = textOfHtml(writeHtml(makePaper({ ...sample!, reviews }, { layout: 'progress-table' })))
  assert.match(text, /to follow/)
})

function richest(readings: Reading[]): Reading {
  return readings.toSorted((one, other) => JSON.stringify(other).length - JSON.stringify(one).length)[0]!
}

/** Fields that a paper does not print as they are: numbers of places, days worked out from words, meanings of grades. */
const NOT_PRINTED = new Set([
  'format',
  'source',
  'iso',
  'meaning',
  'grade',
  'code',
  'layout',
  'name',
  'date',
  'document_date',
  'presented_on',
  'held_on',
  'place',
  'part',
])
/** Fields whose every line is given a number of its own, so that a line that is printed twice cannot stand for one that is lost. */
const TOLD_APART = new Set([
  'text',
  'evidence',
  'outcome',
  'impact',
  'success_measure',
  'why_important',
  'what_good_looks_like',
  'resolution',
  'measures',
])

function counted(reading: Reading): Reading {
  let lines = 0
  const tellApart = (text: string) => text.replaceAll(/(?<=\S)$/gm, () => ` №${(lines += 1)}.`)
  const visit = (value: unknown, key: string, within: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => visit(one, key, within))
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, visit(one, name, key)]))
    return typeof value === 'string' && TOLD_APART.has(key) && within !== 'due' ? tellApart(value) : value
  }
  return visit(reading, '', '') as Reading
}

function wordsOf(value: unknown, key = ''): string[] {
  if (NOT_PRINTED.has(key)) return []
  if (typeof value === 'number') return key === 'percent_complete' || key === 'percent_steps' ? [`${value}%`] : []
  if (key === 'answer')
    return [
      String(value)
        .replace(/^./, (letter) => letter.toUpperCase())
        .replaceAll('_', ' '),
    ]
  if (typeof value === 'string')
    return value
      .split('\n')
      .map((line) => line.replace(/^\s*- /, ''))
      .filter((line) => line !== '')
  if (Array.isArray(value)) return value.flatMap((one) => wordsOf(one, key))
  if (value !== null && typeof value === 'object') return Object.entries(value).flatMap(([name, one]) => wordsOf(one, name))
  return []
}

/** A paragraph that goes over a page has the next page's head between its words. (That no line is lost, its number tells.) */
function isCutByPage(words: string, bare: string): boolean {
  return words.split(/\s+/).every((word) => bare.includes(squeezed(word)))
}

function squeezed(text: string): string {
  return text.replaceAll(/[\s\u200b]/g, '')
}

interface Node {
  nodeName: string
  value?: string
  childNodes?: Node[]
}

function textOfHtml(html: string): string {
  const walk = (node: Node): string => (node.nodeName === 'style' ? '' : (node.value ?? (node.childNodes ?? []).map(walk).join(' ')))
  return walk(parse(html))
}

function textOfWorkbook(bytes: Uint8Array): string {
  const rows = Object.values(read(bytes).Sheets).flatMap((sheet) => utils.sheet_to_json<string[]>(sheet, { header: 1 }))
  return rows.flat().join('\n')
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  return (await pagesOfPdf(bytes)).join('\n')
}

async function pagesOfPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent())
  return (await Promise.all(pages)).map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(' '))
}
