import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { askedFor, fieldsOf, itemsOfRound } from '../../support/asked-owner.ts'
import { anUpdate, putYoungCarers } from '../../support/fictional-review.ts'
import { generatedAnswers } from '../../support/generated-answers.ts'
import { testApp } from '../../support/test-app.ts'
import { makePaper } from '../papers/write-paper.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { readDocument } from '../reading/read-document.ts'
import type { Finding } from '../referee/finding.ts'
import { judgeReading } from '../referee/judge-reading.ts'
import { draftOf } from '../rounds/draft-of.ts'
import { judgeRound, roundAsReading } from '../rounds/findings-of-round.ts'
import { withDraft } from '../rounds/round-lines.ts'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { understandAnswer } from './answer.ts'
import { OwnerFinding } from './owner-findings.tsx'

/** What only a printed paper can get wrong. */
const OF_PRINT = new Set(['rec_number_missing', 'header_missing'])

/** What `heed check` says of the paper of a round: written as Word, read back, judged. */
async function checkedPaper(round: RoundRecord): Promise<Finding[]> {
  const bytes = await writeDocx(makePaper(roundAsReading(round), { layout: 'own' }))
  return judgeReading(readDocument(await readFile(bytes, 'paper.docx')), { rules: round.reviews[0]!.scale.rules })
    .filter(({ presented_on }) => presented_on === null || presented_on === round.presentedOn)
    .filter(({ rule }) => !OF_PRINT.has(rule))
}

function inBrief(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, ref, part, action }) => [rule, severity, ref ?? '', part ?? '', action ?? ''].join(' ')).sort()
}

test('what the referee says in the form is what it says of the paper that is made of the answers', async () => {
  const spoken = new Set<string>()
  const same = fc.asyncProperty(generatedAnswers, async ({ round, typed }) => {
    let answered = round
    for (const { line, typed: said } of typed) {
      const answer = understandAnswer(said, line)
      if (answer.state === 'ready') answered = withDraft(answered, line.itemId, draftOf(answer.entered, line.review.scale.grades))
    }
    const shown = judgeRound(answered)
    for (const { rule } of shown) spoken.add(rule)
    assert.deepEqual(inBrief(shown), inBrief(await checkedPaper(answered)))
  })
  await fc.assert(same, { numRuns: 60 })
  for (const rule of ['on_track_overdue', 'slipped_no_new_date', 'evidence_missing', 'grade_missing'])
    assert.ok(spoken.has(rule), `${rule} was never put to the test`)
})

test('“No change” is offered as a way out only where there was a last time', async () => {
  const of = { review: 'Young carers', ref: '3', part: null, action: null, round: 'Autumn', presented_on: '2026-12-09' }
  const finding = { ...of, key: 'one', rule: 'evidence_missing', severity: 'stops', message: 'There is no evidence.', remedy: '' } as const
  const said = (last: UpdateRecord | null) => renderToString(OwnerFinding({ finding, line: { last } }))
  assert.match(
    said(anUpdate('autumn', 'on_track')),
    /Say what has been done\. If nothing has, choose “No change since last time” and say why\./,
  )
  assert.match(said(null), /Say what has been done\. </)
})

test('what is shown before sending is what the paper is told after it, and nothing that the paper is told of a line was kept from its owner', async () => {
  const heed = await testApp({ after })
  const { rounds } = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
  const round = rounds.at(-1)!
  const [form, training, , passes, evening] = await itemsOfRound(heed, round.id)
  const asked = await askedFor(heed, round.id, [form!, training!, passes!, evening!])
  const owner = await heed.visitor()
  const checked = await owner.submit(
    await owner.get(asked.href),
    {
      ...fieldsOf(form!, {
        answer: 'report',
        evidence: 'The form is in use at nine surgeries.',
        grade: '2',
        impact: 'Forty children were named.',
      }),
      ...fieldsOf(training!, { answer: 'report', evidence: 'As above.', grade: '2' }),
      ...fieldsOf(passes!, { answer: 'same', because: 'The combined authority refuses.' }),
      ...fieldsOf(evening!, { answer: 'report', evidence: 'Eleven spoke.', grade: '3', newDate: 'June 2026' }),
    },
    'Check your answers',
  )
  const fields = Object.keys(checked.forms.find(({ buttons }) => buttons.length > 0)!.values).filter((name) => name.startsWith('because.'))
  const sent = await owner.submit(checked, Object.fromEntries(fields.map((name) => [name, 'It is so.'])))
  assert.equal(sent.heading, 'What you have sent')
  const answered = await heed.inCouncil((trx) => findRound(trx, round.slug))
  const told = (await checkedPaper(answered)).filter(({ ref, presented_on }) => ref !== '3' && presented_on !== null)
  assert.ok(told.length >= 4, inBrief(told).join())
  const shown = checked.text.replace(/\s+/g, ' ')
  for (const { message } of told) assert.ok(shown.includes(`Noticed: ${message}`), message)
  assert.equal(shown.split('Noticed: ').length - 1, told.length)
})
