import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { filledForm } from '../../support/filled-forms.ts'
import { fillingOf, generatedForm } from '../../support/generated-forms.ts'
import { savedByLibreOffice } from '../../support/saved-by-libreoffice.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { findLibreOffice } from '../platform/documents/read-old-office-program.ts'
import { asLines } from '../rounds/update.form.ts'
import { findAnswers } from './find-answers.ts'
import { PrintedWords } from './printed-words.ts'
import { BOXES, MARKS, NO_GRADE_YET } from './travelling-form.ts'

const program = findLibreOffice()
const skip = program === null ? 'LibreOffice is not installed here' : false

/** The largest of some generated forms, with a filling of it: the same at every run. */
const [sent] = fc
  .sample(
    generatedForm.chain((form) => fc.tuple(fc.constant(form), fillingOf(form))),
    { numRuns: 20, seed: 7 },
  )
  .toSorted(([, one], [, other]) => other.length - one.length)

for (const [kind, grades] of [
  ['docx', 'chosen'],
  ['doc', 'typed'],
  ['odt', 'chosen'],
  ['pdf', 'typed'],
] as const)
  test(`a form that LibreOffice saved as .${kind} says what it said, its grades ${grades}`, { skip }, async () => {
    const [form, filled] = sent!
    const bytes = await filledForm(form, filled, (rows) => rows.toReversed(), grades === 'typed')
    const { answers, strays } = findAnswers(
      await readFile(savedByLibreOffice(program ?? '', bytes, kind), `form.${kind}`),
      new PrintedWords([form]),
    )
    const came = answers.map(
      ({ code, words }) => `${code.item} ${BOXES.find((box) => MARKS[box] === code.mark)}: ${asLines(words).replace(NO_GRADE_YET, '')}`,
    )
    assert.deepEqual(came.toSorted(), filled.map(({ item, box, words }) => `${item} ${box}: ${words}`).toSorted())
    assert.deepEqual(strays, [])
  })
