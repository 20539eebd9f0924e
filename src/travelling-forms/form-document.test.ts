import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { faultsOfWord } from '../../support/accessible-word.ts'
import { generatedForm } from '../../support/generated-forms.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { formDocument } from './form-document.ts'

test('everyone can read a form: headings in order, header rows, a title, a language, words that stand out', async () => {
  await fc.assert(
    fc.asyncProperty(generatedForm, async (form) => {
      assert.deepEqual(faultsOfWord(await writeDocx(formDocument(form))), [])
    }),
    { numRuns: 15 },
  )
})

test('a grade is chosen from the words of the scale or typed, and the list says what it is for', async () => {
  const [form] = fc.sample(generatedForm, { numRuns: 1, seed: 3 })
  const body = strFromU8(unzipSync(await writeDocx(formDocument(form!)))['word/document.xml']!)
  const lists = [...body.matchAll(/<w:sdt>.*?<\/w:sdt>/gs)].map(([list]) => list)
  assert.equal(lists.length, form!.reviews.flatMap(({ lines }) => lines).length)
  for (const list of lists) {
    assert.match(list, /<w:alias w:val="Grade"\/>/)
    assert.match(list, /<w:comboBox>(<w:listItem w:displayText="[^"]+" w:value="[^"]+"\/>){4}<\/w:comboBox>/)
  }
})
