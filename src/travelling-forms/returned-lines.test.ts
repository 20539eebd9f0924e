import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { aPromise, aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import { filledForm, inWord } from '../../support/filled-forms.ts'
import { FORM_WANTED, aRoundOf, type Filled } from '../../support/generated-forms.ts'
import { Refusal } from '../platform/core/refusal.ts'
import { readFile } from '../platform/documents/read-file.ts'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { findAnswers } from './find-answers.ts'
import { makeForm } from './make-form.ts'
import { PrintedWords } from './printed-words.ts'
import { returnedLines, type Returned } from './returned-lines.ts'
import { linesOfForm, type Box, type FormMade } from './travelling-form.ts'

/** A round about two recommendations of which the first has this update. */
const roundWith = (update: Partial<UpdateRecord>) =>
  aRoundOf([
    aReview({
      rounds: [aRound('before', '2026-04-22'), aRound('now', '2026-12-09', { state: 'open' })],
      recommendations: ['1', '2'].map((ref) =>
        aRecommendation({
          id: ref,
          ref,
          timescale: [{ line: 1, promises: [aPromise('September 2027', '2027-09-30')] }],
          updates: [anUpdate('now', null, { itemId: ref, recommendationId: ref, version: 0, evidence: '', ...(ref === '1' && update) })],
        }),
      ),
    }),
  ])

const asked = roundWith({})
const form = makeForm(asked, roundLines(asked, []), FORM_WANTED)
const say = (box: Box, words: string, of: FormMade = form): Filled => [{ item: linesOfForm(of)[0]!.code, box, words }]

async function cameBack(documents: Uint8Array[], round = asked, forms = [form]): Promise<Returned> {
  const read = documents.map(async (bytes) => ({
    name: 'form.docx',
    ...findAnswers(await readFile(bytes, 'form.docx'), new PrintedWords(forms)),
  }))
  return returnedLines(await Promise.all(read), forms, round)
}
const first = async (...documents: Uint8Array[]) => (await cameBack(documents)).lines[0]!

test('a form that came back as it was sent has nothing to take', async () => {
  assert.equal((await first(await filledForm(form, []))).standing, 'unchanged')
  const drafted = roundWith({ version: 1, evidence: 'A draft – “with marks”.', gradeCode: '2', meaning: 'on_track' })
  const sent = makeForm(drafted, roundLines(drafted, []), FORM_WANTED)
  const changed = inWord(await filledForm(sent, []), (body) => body.replace('A draft – “with marks”.', 'A draft - "with  marks".'))
  const { lines } = await cameBack([changed], drafted, [sent])
  assert.equal(lines[0]!.standing, 'unchanged', 'Word’s own dashes and quotation marks are no change')
})

test('what Heed has by now is known, and what it had changed since is a conflict', async () => {
  const bytes = await filledForm(form, say('evidence', 'Every school was told.'))
  const known = await cameBack([bytes], roundWith({ version: 1, evidence: 'Every school was told.' }))
  assert.equal(known.lines[0]!.standing, 'known')
  const other = await cameBack([bytes], roundWith({ version: 1, evidence: 'Nobody was told.' }))
  assert.equal(other.lines[0]!.standing, 'conflict')
  assert.deepEqual(other.lines[0]!.changes, [{ box: 'evidence', before: 'Nobody was told.', after: 'Every school was told.' }])
})

test('a box that came back as it was sent leaves what Heed has by now', async () => {
  const bytes = await filledForm(form, say('grade', '2 – On Track'))
  const { lines } = await cameBack([bytes], roundWith({ version: 1, evidence: 'Written in Heed meanwhile.' }))
  assert.deepEqual([lines[0]!.standing, lines[0]!.entered?.evidence], ['conflict', 'Written in Heed meanwhile.'])
  const nothing = await cameBack([await filledForm(form, [])], roundWith({ version: 1, evidence: 'Written in Heed meanwhile.' }))
  assert.deepEqual([nothing.lines[0]!.standing, nothing.lines[0]!.changes], ['unchanged', []])
})

test('the same form twice counts once; rows that came twice with different words keep both', async () => {
  const one = await filledForm(form, say('evidence', 'Every school was told.'))
  assert.equal((await first(one, one)).entered?.evidence, 'Every school was told.')
  const two = await first(one, await filledForm(form, say('evidence', 'And every surgery.')), await filledForm(form, []))
  assert.equal(two.entered?.evidence, 'Every school was told.\nAnd every surgery.')
  assert.match(two.notes.join(), /“What has been done\?” came more than once/)
})

test('lines of which no row came back are missing, and are not emptied', async () => {
  const second = linesOfForm(form)[1]!
  const { lines, missing } = await cameBack([await filledForm(form, say('evidence', 'Told.'), (rows) => rows.slice(0, 3))])
  assert.deepEqual([lines.length, missing.map(({ line }) => line.code)], [1, [second.code]])
})

test('two owners who say the same of one line are one answer, and two who do not are a conflict', async () => {
  const theirs = makeForm(asked, roundLines(asked, []), { ...FORM_WANTED, forWhom: 'Head of Early Help' })
  const said = async (words: string) => {
    const documents = [
      await filledForm(form, say('evidence', 'Every school was told.')),
      await filledForm(theirs, say('evidence', words, theirs)),
    ]
    return (await cameBack(documents, asked, [form, theirs])).lines
      .filter(({ line }) => line.itemId === '1')
      .map(({ standing }) => standing)
  }
  assert.deepEqual(await said('Every school was told.'), ['fresh', 'known'])
  assert.deepEqual(await said('No school was told.'), ['conflict', 'conflict'])
})

test('the referee reads what came back before it is taken', async () => {
  const line = await first(await filledForm(form, [...say('evidence', 'As above.'), ...say('grade', '3 – Slipped')]))
  assert.ok(line.findings.some(({ rule }) => rule.startsWith('slipped')))
})

test('a form that was damaged on its way is read or refused in words, and never takes Heed down', async () => {
  const bytes = await filledForm(form, say('evidence', 'Every school was told.'))
  const files = unzipSync(bytes)
  const body = strFromU8(files['word/document.xml']!)
  const tags = [...body.matchAll(/<[^>]+>/g)].map(({ index, 0: tag }) => ({ index, tag }))
  const cut = fc.record({
    at: fc.nat(tags.length - 1),
    to: fc.nat(tags.length - 1),
    how: fc.constantFrom('drop', 'twice', 'swap', 'truncate', 'bytes'),
  })
  await fc.assert(
    fc.asyncProperty(cut, async ({ at, to, how }) => {
      const [one, other] = [tags[at]!, tags[to]!]
      const without = body.slice(0, one.index) + body.slice(one.index + one.tag.length)
      const between = body.slice(Math.min(one.index, other.index), Math.max(one.index, other.index))
      const changed = {
        drop: without,
        twice: body.replace(between, between + between),
        swap: body.replace(one.tag, other.tag),
        truncate: body.slice(0, one.index),
        bytes: body,
      }[how]
      const sent = zipSync({ ...files, 'word/document.xml': strToU8(changed) })
      if (how === 'bytes') sent.fill(at % 256, at, at + 40)
      try {
        await cameBack([sent])
      } catch (error) {
        assert.ok(error instanceof Refusal, String(error))
      }
    }),
    { numRuns: 200 },
  )
})

test('a box that came back eighteen thousand times is a fault, told in words', async () => {
  const many = (rows: string[]) => Array.from({ length: 18_000 }, (_, index) => rows[0]!.replace('Told', `Told ${index}`))
  const { lines } = await cameBack([await filledForm(form, say('evidence', 'Told'), many)])
  assert.equal(lines[0]!.standing, 'faulty')
  assert.match(lines[0]!.faults.join(), /too long/)
})
