import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { filledForm, inWord, paragraphOf, run } from '../../support/filled-forms.ts'
import { aFormOf, generatedForm, fillingOf, type Filled } from '../../support/generated-forms.ts'
import { aPromise, aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import { readDocx } from '../platform/documents/read-docx.ts'
import { findAnswers, type FoundInDocument } from './find-answers.ts'
import { printedCode } from './form-code.ts'
import { PrintedWords } from './printed-words.ts'
import { BOXES, MARKS, type Box, type FormMade } from './travelling-form.ts'
import { asLines } from '../rounds/update.form.ts'

const readBack = (bytes: Uint8Array, ...forms: FormMade[]): FoundInDocument =>
  findAnswers(readDocx(bytes, 'form.docx'), new PrintedWords(forms))

function answersIn(found: FoundInDocument, form: FormMade): Filled {
  return found.answers.map(({ code, words }) => {
    assert.ok(code.whole && code.form === form.code)
    return { item: code.item, box: BOXES.find((box) => MARKS[box] === code.mark)!, words: asLines(words) }
  })
}

const inOrder = (filled: Filled): string[] => filled.map(({ item, box, words }) => `${item} ${box}: ${words}`).toSorted()

test('whatever is filled into a form, in whatever order its rows come back, is read back as it was filled, and nothing else', async () => {
  const sent = generatedForm.chain((form) =>
    fc
      .tuple(fc.constant(form), fillingOf(form), fc.boolean())
      .chain(([, filled, typed]) =>
        fc.tuple(
          fc.constant({ form, filled, typed }),
          fc.shuffledSubarray([...filled.keys()], { minLength: Math.ceil(filled.length / 2) }),
        ),
      ),
  )
  await fc.assert(
    fc.asyncProperty(sent, async ([{ form, filled, typed }, order]) => {
      const bytes = await filledForm(form, filled, (rows) => order.map((row) => rows[row]!), typed)
      const found = readBack(bytes, form)
      assert.deepEqual(inOrder(answersIn(found, form)), inOrder(order.map((row) => filled[row]!)))
      assert.deepEqual(found.strays, [])
    }),
    { numRuns: 60 },
  )
})

const carers = aFormOf([
  aReview({
    rounds: [aRound('before', '2026-04-22'), aRound('now', '2026-12-09', { state: 'open' })],
    recommendations: ['1', '2'].map((ref) =>
      aRecommendation({
        id: ref,
        ref,
        text: `That recommendation ${ref} is carried out by every school in the borough.`,
        timescale: [{ line: 1, promises: [aPromise('September 2025', '2025-09-30')] }],
        updates: [
          anUpdate('before', 'on_track', { recommendationId: ref }),
          anUpdate('now', null, { itemId: ref, recommendationId: ref, version: 0, evidence: '' }),
        ],
      }),
    ),
  }),
])
const [first, second] = carers.reviews[0]!.lines
const codeOf = (box: Box, line = first!) => printedCode(carers.code, line.code, MARKS[box])
const evidence = (words: string, line = first!): Filled => [{ item: line.code, box: 'evidence', words }]
const wordsOf = (found: FoundInDocument, box: Box = 'evidence', line = first!) =>
  found.answers.filter(({ code }) => code.item === line.code && code.mark === MARKS[box]).map(({ words }) => words)

test('the code is known however Word, a mail program or a hand changed its dashes, spaces and letters', async () => {
  for (const changed of [
    (code: string) => code.replace('-', '\u2013'),
    (code: string) => code.replace('-', ' \u2011 '),
    (code: string) => code.toLowerCase(),
    (code: string) => code.replaceAll(' ', '\u00a0'),
    (code: string) => code.replace('Heed code ', ''),
  ]) {
    const bytes = inWord(await filledForm(carers, evidence('Every school was told.')), (body) =>
      body.replaceAll(codeOf('evidence'), changed(codeOf('evidence'))),
    )
    assert.deepEqual(wordsOf(readBack(bytes, carers)), ['Every school was told.'], changed(codeOf('evidence')))
  }
})

test('a code in pieces, as Word leaves it after an edit, is one code', async () => {
  const bytes = inWord(await filledForm(carers, evidence('Every school was told.')), (body) =>
    body.replaceAll(
      codeOf('evidence'),
      `${codeOf('evidence').slice(0, 14)}</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>${codeOf('evidence').slice(14)}`,
    ),
  )
  assert.deepEqual(wordsOf(readBack(bytes, carers)), ['Every school was told.'])
})

test('a box split into rows or cells is one answer', async () => {
  const split = (row: string) =>
    row.replace(
      /<\/w:tr>$/,
      `<w:tc>${paragraphOf('In a second cell.')}</w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc>${paragraphOf('In a row added.')}</w:tc></w:tr>`,
    )
  const bytes = await filledForm(carers, evidence('Every school was told.'), (rows) =>
    rows.map((row) => (row.includes(codeOf('evidence')) ? split(row) : row)),
  )
  const found = readBack(bytes, carers)
  assert.deepEqual(wordsOf(found), ['Every school was told.\nIn a second cell.\nIn a row added.'])
  assert.deepEqual(found.strays, [])
})

test('tables that were run together and columns that were exchanged change nothing', async () => {
  const bytes = inWord(await filledForm(carers, [...evidence('Of the first.'), ...evidence('Of the second.', second)]), (body) =>
    body
      .replaceAll(/<\/w:tbl>(?:<w:p>(?:(?!<\/w:p>).)*<\/w:p>)*<w:tbl>.*?(?=<w:tr>)/gs, '')
      .replaceAll(/<w:tr>(<w:trPr>.*?<\/w:trPr>)?(<w:tc>.*?<\/w:tc>)(<w:tc>.*?<\/w:tc>)<\/w:tr>/gs, '<w:tr>$1$3$2</w:tr>'),
  )
  assert.equal(readDocx(bytes, 'form.docx').blocks.filter(({ kind }) => kind === 'table').length, 1)
  const found = readBack(bytes, carers)
  assert.deepEqual([wordsOf(found), wordsOf(found, 'evidence', second)], [['Of the first.'], ['Of the second.']])
  assert.deepEqual(found.strays, [])
})

test('what is written outside the boxes is told with the line that it stands by, and what the form printed is not', async () => {
  const bytes = inWord(await filledForm(carers, evidence('In its box.')), (body) =>
    body
      .replace(/(Heed code [^<]*<\/w:t><\/w:r><\/w:p>)/, `$1${paragraphOf('Written under the heading.')}`)
      .replace('<w:sectPr', `${paragraphOf('Written at the very end.')}<w:sectPr`),
  )
  const found = readBack(bytes, carers)
  assert.deepEqual(
    found.strays.map(({ near, words, why }) => [near?.item, words, why]),
    [
      [first!.code, 'Written under the heading.', 'outside'],
      [second!.code, 'Written at the very end.', 'outside'],
    ],
  )
})

test('what is typed beside the question, under its code, is an answer to it', async () => {
  const bytes = inWord(await filledForm(carers, []), (body) =>
    body.replace(
      `${codeOf('impact')}</w:t></w:r></w:p>`,
      `${codeOf('impact')}</w:t></w:r></w:p>${paragraphOf('More pupils came forward.')}`,
    ),
  )
  assert.deepEqual(wordsOf(readBack(bytes, carers), 'impact'), ['More pupils came forward.'])
})

test('a damaged code is told and its words kept; nothing is taken for it', async () => {
  const damaged = codeOf('evidence').slice(0, -1)
  const bytes = inWord(await filledForm(carers, evidence('Every school was told.')), (body) => body.replaceAll(codeOf('evidence'), damaged))
  const found = readBack(bytes, carers)
  assert.deepEqual(wordsOf(found), [])
  assert.deepEqual(
    found.strays.map(({ words, why }) => [words, why]),
    [['Every school was told.', 'damaged']],
  )
})

test('rows merged so that one cell holds two codes are told, and their words kept', async () => {
  const both = (rows: string[]) => {
    const at = rows.findIndex((row) => row.includes(codeOf('explanation')))
    const [one, next] = [rows[at]!, rows[at + 1]!]
    const merged = one.replace(/(<w:tc>)(<w:tcPr>.*?<\/w:tcPr>)/s, `$1$2${paragraphOf(codeOf('impact'))}`)
    assert.match(next, new RegExp(codeOf('impact')))
    return rows.toSpliced(at, 2, merged)
  }
  const bytes = await filledForm(carers, [{ item: first!.code, box: 'explanation', words: 'Two heads were away.' }], both)
  assert.deepEqual(
    readBack(bytes, carers).strays.map(({ words, why }) => [words, why]),
    [['Two heads were away.', 'several']],
  )
})

test('what was struck out under tracked changes is not an answer, and what was put in is, accepted or not', async () => {
  const tracked = `<w:p><w:del w:id="1" w:author="Ann Lee"><w:r><w:delText>Nothing yet.</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ann Lee">${run('All 31 schools.')}</w:ins></w:p>`
  const bytes = inWord(await filledForm(carers, evidence('BOX')), (body) => body.replace(paragraphOf('BOX'), tracked))
  assert.deepEqual(wordsOf(readBack(bytes, carers)), ['All 31 schools.'])
})

test('a row pasted into a box of another line is an answer to its own', async () => {
  const nested = (rows: string[]) => {
    const pasted = rows.find((row) => row.includes(codeOf('evidence')))!
    return rows.flatMap((row) =>
      row === pasted
        ? []
        : [
            row.includes(codeOf('evidence', second))
              ? row.replace(/<\/w:tc><\/w:tr>$/, `<w:tbl>${pasted}</w:tbl><w:p/></w:tc></w:tr>`)
              : row,
          ],
    )
  }
  const found = readBack(await filledForm(carers, [...evidence('Of the first.'), ...evidence('Of the second.', second)], nested), carers)
  assert.deepEqual([wordsOf(found), wordsOf(found, 'evidence', second)], [['Of the first.'], ['Of the second.']])
})
