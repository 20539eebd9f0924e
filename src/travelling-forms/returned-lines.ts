import { canonicalJson } from '../platform/core/canonical-json.ts'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { draftOf } from '../rounds/draft-of.ts'
import { judgeRound } from '../rounds/findings-of-round.ts'
import { roundLines, withDraft, type RoundLine } from '../rounds/round-lines.ts'
import { findingKey, type RoundFinding, type RoundRecord } from '../rounds/round.ts'
import type { UpdateEntered } from '../rounds/save-update.ts'
import { asLines } from '../rounds/update.form.ts'
import type { AnswerFound, FoundInDocument, StrayFound } from './find-answers.ts'
import { filledBy } from './make-form.ts'
import { BOXES, BOX_WORDS, MARKS, NO_GRADE_YET, linesOfForm, type Box, type FormLine, type FormMade } from './travelling-form.ts'
import { folded, same, understandAnswers, type Answers } from './understand-answers.ts'

/**
 * What a line that came back is worth: `fresh` says something to take; `conflict` too, but the line was changed in Heed since the form was made,
 * or another form says otherwise; `unchanged` came back as it was sent; `known` says what Heed, or another form, says already; `faulty` cannot be taken as it is;
 * `taken` was taken from this return already.
 */
export type Standing = 'fresh' | 'conflict' | 'unchanged' | 'known' | 'faulty' | 'taken'

export interface ReturnedLine {
  /** `W4K7XC-3F2`: its form and its line. */
  key: string
  form: FormMade
  line: FormLine
  now: RoundLine
  /** Of the boxes that are not as they were sent. */
  answers: Answers
  /** What would be saved; null where the line is faulty. */
  entered: UpdateEntered | null
  standing: Standing
  /** Why it is a conflict, or known. */
  because: string | null
  notes: string[]
  faults: string[]
  findings: RoundFinding[]
  /** Written outside the boxes, near this line; the numbers count all strays of the return. */
  strays: NumberedStray[]
  /** Each box whose words differ from what Heed has, both ways. */
  changes: { box: Box; before: string; after: string }[]
}

export type NumberedStray = StrayFound & { number: number; document: string }

/** A document of a return as it was read. */
export interface DocumentRead extends FoundInDocument {
  name: string
}

export interface Returned {
  lines: ReturnedLine[]
  /** Near no line of this round. */
  strays: NumberedStray[]
  /** Lines of the forms that came back of which no row did. */
  missing: { form: FormMade; line: FormLine }[]
  /** Answers by codes that belong to no form of this round. */
  unknown: (AnswerFound & { document: string })[]
}

/** What came back, held against the round as it is now. `forms` are the forms of this round that the documents name. */
export function returnedLines(documents: readonly DocumentRead[], forms: readonly FormMade[], round: RoundRecord): Returned {
  const strays = documents
    .flatMap((document) => document.strays.map((stray) => ({ ...stray, document: document.name })))
    .map((stray, number) => ({ ...stray, number }))
  const answers = documents.flatMap((document) => document.answers.map((answer) => ({ ...answer, document: document.name })))
  const now = new Map(roundLines(round, []).map((line) => [line.itemId, line]))
  const asked = forms.flatMap((form) => linesOfForm(form).map((line) => ({ form, line })))
  const came = asked.flatMap((one): ReturnedLine[] => {
    const standsNow = now.get(one.line.itemId)
    const near = strays.filter(({ near: code }) => code !== null && isOf(code, one))
    const own = answers.filter(({ code }) => isOf(code, one))
    return standsNow && (own.length > 0 || near.length > 0) ? [returnedLine(one, own, near, standsNow)] : []
  })
  const placed = new Set(came.flatMap((line) => line.strays.map(({ number }) => number)))
  return {
    lines: judged(withRivals(came), round),
    strays: strays.filter(({ number }) => !placed.has(number)),
    missing: asked.filter((one) => !answers.some(({ code }) => isOf(code, one))).map(({ form, line }) => ({ form, line })),
    unknown: answers.filter(({ code }) => !asked.some((one) => isOf(code, one) && now.has(one.line.itemId))),
  }
}

interface Asked {
  form: FormMade
  line: FormLine
}

function isOf(code: AnswerFound['code'], { form, line }: Asked): boolean {
  return code.whole && code.form === form.code && code.item === line.code
}

function returnedLine({ form, line }: Asked, own: AnswerFound[], strays: NumberedStray[], now: RoundLine): ReturnedLine {
  const notes: string[] = []
  const answers = changedOf(line, answersOf(line, own, notes))
  const understood = understandAnswers(answers, now.review.scale, now.update)
  const changes = changesOf(now, understood.entered, answers)
  const standing = standingOf(line, answers, now.update, understood.faults, changes)
  return {
    key: `${form.code}-${line.code}`,
    form,
    line,
    now,
    answers,
    entered: understood.entered,
    standing,
    because: standing === 'conflict' ? 'The line was changed in Heed after the form was made.' : null,
    notes: [...notes, ...understood.notes],
    faults: understood.faults,
    findings: [],
    strays,
    changes,
  }
}

/** The answers that are not as they were sent: those that are say nothing, and leave what Heed has by now. */
function changedOf(line: FormLine, answers: Answers): Answers {
  return Object.fromEntries(
    BOXES.flatMap((box) => {
      const words = answers[box]
      return words === undefined || same(asLines(words), line.filled[box] ?? '') ? [] : [[box, words] as const]
    }),
  )
}

/** The words of each box. One that came more than once with different words keeps all of them; the words it was sent with give way. */
function answersOf(line: FormLine, own: readonly AnswerFound[], notes: string[]): Answers {
  const answers: Answers = {}
  for (const box of BOXES) {
    const came = own.filter(({ code }) => code.mark === MARKS[box]).map(({ words }) => (box === 'grade' ? withoutPrompt(words) : words))
    if (came.length === 0) continue
    const written = came.filter((words) => words.trim() !== '' && !same(words, line.filled[box] ?? ''))
    const different = [...new Map(written.map((words) => [folded(words), words])).values()]
    if (different.length > 1) notes.push(`“${BOX_WORDS[box].label}” came more than once, with different words: all of them stand here.`)
    answers[box] = different.length > 0 ? different.join('\n') : (came.find((words) => words.trim() === '') ?? came[0] ?? '')
  }
  return answers
}

/** Some programs take the prompt of an empty list for words. */
function withoutPrompt(words: string): string {
  return words.replace(NO_GRADE_YET, '')
}

function standingOf(line: FormLine, answers: Answers, now: UpdateRecord, faults: string[], changes: ReturnedLine['changes']): Standing {
  if (Object.keys(answers).length === 0) return 'unchanged'
  if (faults.length > 0) return 'faulty'
  if (changes.length === 0) return 'known'
  return now.version === line.version ? 'fresh' : 'conflict'
}

/** Where a line is faulty, its answers stand as they came. */
function changesOf({ update, review }: RoundLine, entered: UpdateEntered | null, answers: Answers): ReturnedLine['changes'] {
  const before: Answers = filledBy(update, review)
  const after: Answers = entered ? filledBy({ ...update, ...draftOf(entered, review.scale.grades) }, review) : { ...before, ...answers }
  return BOXES.flatMap((box) => {
    const pair = { box, before: before[box] ?? '', after: after[box] ?? '' }
    return same(pair.before, pair.after) ? [] : [pair]
  })
}

/** What a line would say with words from outside its boxes put into its evidence: over what came back, or over what Heed has. */
export function withStrays({ now, entered }: ReturnedLine, strays: readonly NumberedStray[], taken: boolean): UpdateEntered | null {
  const over = taken ? entered : understandAnswers({}, now.review.scale, now.update).entered
  return over && { ...over, evidence: [over.evidence, ...strays.map(({ words }) => asLines(words))].filter(Boolean).join('\n') }
}

/** Where two forms answer one line, the officer chooses; where both say the same, the first is enough. */
function withRivals(lines: readonly ReturnedLine[]): ReturnedLine[] {
  return lines.map((line, index) => {
    const rivals = lines.filter((other) => other !== line && other.line.itemId === line.line.itemId && other.standing === 'fresh')
    const rival = rivals.find(({ changes }) => canonicalJson(changes) !== canonicalJson(line.changes))
    if (line.standing !== 'fresh' || rivals.length === 0) return line
    if (rival)
      return { ...line, standing: 'conflict', because: `The form of ${rival.form.forWhom} answers this line too, and differently.` }
    const twin = rivals.find((other) => lines.indexOf(other) < index)
    return twin ? { ...line, standing: 'known', because: `The form of ${twin.form.forWhom} says the same.` } : line
  })
}

/** What the referee would say of each line if all that can be taken were. */
function judged(lines: ReturnedLine[], round: RoundRecord): ReturnedLine[] {
  const takeable = lines.filter(({ standing }) => standing === 'fresh' || standing === 'conflict')
  const drafted = takeable.reduce(
    (draft, { line, entered, now }) => (entered ? withDraft(draft, line.itemId, draftOf(entered, now.review.scale.grades)) : draft),
    round,
  )
  const findings = judgeRound(drafted).map((finding) => ({ ...finding, key: findingKey(finding) }))
  const judgedLines = new Map(roundLines(drafted, findings).map((line) => [line.itemId, line.findings]))
  return lines.map((line) => (takeable.includes(line) ? { ...line, findings: judgedLines.get(line.line.itemId) ?? [] } : line))
}
