import fc from 'fast-check'
import { aRecommendation, aReview, aRound, anUpdate } from '../support/fictional-review.ts'
import { filledForm } from '../support/filled-forms.ts'
import { aFormOf, fillingOf, generatedForm, type Filled } from '../support/generated-forms.ts'
import { readDocx } from '../src/platform/documents/read-docx.ts'
import { writeDocx } from '../src/platform/documents/write-docx.ts'
import { asLines } from '../src/rounds/update.form.ts'
import { findAnswers } from '../src/travelling-forms/find-answers.ts'
import { formDocument } from '../src/travelling-forms/form-document.ts'
import { PrintedWords } from '../src/travelling-forms/printed-words.ts'
import { BOXES, MARKS, linesOfForm, type FormMade } from '../src/travelling-forms/travelling-form.ts'
import type { Figure } from './run-benchmarks.ts'

const FORMS = 200
const LINES = 100

/** How many answers come back of generated forms whose rows were shuffled over the whole document, and how long a form of 100 lines takes. */
export async function run(): Promise<Figure[]> {
  let asked = 0
  let right = 0
  const sent = generatedForm.chain((form) =>
    fillingOf(form).chain((filled) =>
      fc.tuple(fc.constant({ form, filled }), fc.shuffledSubarray([...filled.keys()], { minLength: filled.length })),
    ),
  )
  for (const [{ form, filled }, order] of fc.sample(sent, { numRuns: FORMS, seed: 11 })) {
    const came = answersOf(form, await filledForm(form, filled, (rows) => order.map((row) => rows[row] ?? '')))
    asked += filled.length
    right += filled.filter(({ item, box, words }) => came.get(`${item} ${box}`) === words).length
  }
  const form = longForm()
  const filled: Filled = linesOfForm(form).map(({ code }) => ({
    item: code,
    box: 'evidence',
    words: 'Every school was told of it in May. '.repeat(8).trim(),
  }))
  const writing = await timed(() => writeDocx(formDocument(form)))
  const bytes = await filledForm(form, filled)
  return [
    { name: `Answers of ${FORMS} forms, rows shuffled, read back right`, value: `${right} of ${asked}` },
    { name: `Writing a form of ${LINES} lines`, value: writing },
    { name: `Reading it back`, value: await timed(async () => answersOf(form, bytes)) },
  ]
}

function answersOf(form: FormMade, bytes: Uint8Array): Map<string, string> {
  const { answers } = findAnswers(readDocx(bytes, 'form.docx'), new PrintedWords([form]))
  return new Map(answers.map(({ code, words }) => [`${code.item} ${BOXES.find((box) => MARKS[box] === code.mark)}`, asLines(words)]))
}

function longForm(): FormMade {
  const refs = Array.from({ length: LINES }, (_, index) => String(index + 1))
  return aFormOf([
    aReview({
      rounds: [aRound('now', '2026-12-09', { state: 'open' })],
      recommendations: refs.map((ref) =>
        aRecommendation({
          id: ref,
          ref,
          updates: [anUpdate('now', null, { itemId: ref, recommendationId: ref, version: 0, evidence: '' })],
        }),
      ),
    }),
  ])
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  await work()
  const start = performance.now()
  await work()
  return `${Math.round(performance.now() - start)} ms`
}
