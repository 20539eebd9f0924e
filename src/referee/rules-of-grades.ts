import { forecastsIn, onlyLooksAhead } from './dates-in-prose.ts'
import type { Finding } from './finding.ts'
import { capitalised, clip, countOf, howLong, listOf, timescaleInWords } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { isBlank, sentencesOf, wordsOf } from './sentences.ts'
import { actionOf, definitionOf, gradeInWords, isBlankUpdate, isDone, occasionOf, promisesOf, subjectOf, toldIn } from './update-case.ts'
import type { UpdateCase } from './update-case.ts'

/** On track means the promise still stands: once its date has passed, the grade is no longer available. A new date given in the update is a new promise. */
export function onTrackOverdue(one: UpdateCase): Finding[] {
  const { update, scale, presentedOn } = one
  if (update.grade !== 'on_track' || presentedOn === null || update.revised_due?.iso) return []
  return promisesOf(one)
    .filter(({ due }) => due !== null && due < presentedOn)
    .map(({ part, timescale, due }) =>
      finding(
        'on_track_overdue',
        { ...subjectOf(one), part },
        `Graded ${gradeInWords(scale, 'on_track')}, but the date given, ${timescaleInWords(timescale)}, passed ${howLong(due!, presentedOn)} before ${occasionOf(one)}.`,
        { quote: `${timescale.text} … ${update.assessment_text || update.explanation || update.evidence}`, words: definitionOf(scale, 'on_track') },
      ),
    )
}

/** Every open recommendation is graded. Speaks only where the paper grades at all, and not where the cell holds a word that Heed does not know. */
export function gradeMissing(one: UpdateCase): Finding | null {
  const { update } = one
  if (update.grade !== null || !one.asks.grade || signedOffBefore(one)) return null
  const words = wordsOf(update.assessment_text ?? '')
  if (words.length > 0 && words.length <= 4) return null
  const message = isBlank(update.evidence)
    ? 'There is no grade, and no evidence to grade.'
    : words.length > 0
      ? 'The assessment explains but does not grade.'
      : 'There is evidence but no grade.'
  return finding('grade_missing', subjectOf(one), message, { quote: update.evidence || update.assessment_text })
}

/** The form asks for the grade in the assessment; standing elsewhere it is overlooked. */
export function gradeMisplaced(one: UpdateCase): Finding | null {
  const box = one.update.grade_found_in
  if (!box || one.update.grade === null) return null
  return finding(
    'grade_misplaced',
    subjectOf(one),
    `The grade, ${gradeInWords(one.scale, one.update.grade)}, stands in the box for ${box === 'date' ? 'the date' : box}, and the assessment has none.`,
    { quote: box === 'date' ? undefined : one.update[box] },
  )
}

/** A scale of numbers is cited by number; the word alone can be mistaken for prose. */
export function gradeWordWithoutNumber(one: UpdateCase): Finding | null {
  const { update, scale } = one
  const numbered = scale.grades.length > 0 && scale.grades.every((grade) => /^\d+$/.test(grade.code))
  const words = update.grade_words ?? update.assessment_text ?? ''
  if (!numbered || update.grade === null || isBlank(words) || /^\W*(?:grade\s*|category\s*|status\s*:?\s*)?\d/i.test(words)) return null
  const label = labelAtTheHead(one, words)
  if (!label) return null
  return finding('grade_word_without_number', subjectOf(one), `The grade is given as “${label}”, without its number.`, { quote: words })
}

function labelAtTheHead(one: UpdateCase, words: string): string | null {
  const head = wordsOf(words).slice(0, 8).join(' ')
  const labels = one.scale.grades.filter((grade) => grade.meaning === one.update.grade).map((grade) => grade.label)
  const plain = { achieved: 'achieved', on_track: 'on track', slipped: 'slipped', not_achieved: 'not achieved' } as Record<string, string>
  const known = [...labels, plain[one.update.grade ?? ''] ?? ''].filter(Boolean)
  const found = known.find((label) => head.startsWith(wordsOf(label).join(' ')))
  return found ? clip(words.slice(0, found.length), 40) : null
}

/** The scheme asks for one assessment of each recommendation; said once, at the first statement of the round. */
export function severalGrades(one: UpdateCase): Finding | null {
  const statements = one.statements.filter((said) => said.part === undefined && said.action === undefined)
  const grades = [...new Set(statements.flatMap((said) => said.grade ?? []))]
  if (grades.length < 2 || statements[0] !== one.update) return null
  return finding(
    'several_grades',
    subjectOf(one),
    `${capitalised(countOf(statements.length, 'statement'))} in this round are graded differently: ${listOf(grades.map((grade) => gradeInWords(one.scale, grade)))}.`,
    { quote: statements.map((said) => said.assessment_text ?? '').filter((text) => !isBlank(text)).join(' / ') },
  )
}

/** Slipped and not achieved call for an explanation where the paper's form has room for one. */
export function explanationMissing(one: UpdateCase): Finding | null {
  const { update, scale } = one
  if ((update.grade !== 'slipped' && update.grade !== 'not_achieved') || !one.asks.explanation) return null
  if (!isBlank(update.explanation) || update.grade_found_in) return null
  return finding('explanation_missing', subjectOf(one), `${capitalised(gradeInWords(scale, update.grade))} stands alone: the assessment says nothing more.`, {
    quote: update.assessment_text,
    words: definitionOf(scale, update.grade),
  })
}

const STILL_TO_DO =
  /\b(?:(?:is|are) (?:currently |still )?being (?:verified|finalised|drafted|developed|prepared|completed|written|progressed|collated)|still to be|yet to be|not yet (?:been )?(?:complete|completed|started|begun|finalised|agreed|in place)|remains? (?:outstanding|to be)|(?:is|are) still outstanding|work (?:is|remains) ongoing)\b/i
const DUE_LATER = /\bdue (?:for completion|to be (?:completed|reported|published|presented|agreed|approved|submitted|finalised))\b[^.]*?\b(?:by|in|on|at)\b/i

/** What is achieved is finished: an update that names its own unfinished work contradicts the grade. */
export function completedOutstanding(one: UpdateCase): Finding | null {
  const { update, presentedOn } = one
  if (update.grade !== 'achieved' && update.grade !== 'completed') return null
  const percent = actionOf(one)?.percent_complete
  if (typeof percent === 'number' && percent < 100) {
    return finding('completed_outstanding', subjectOf(one), `Graded ${gradeInWords(one.scale, update.grade)}, but only ${percent}% complete.`, { quote: `${percent}%` })
  }
  const open = sentencesOf(toldIn(update)).find(
    (sentence) => STILL_TO_DO.test(sentence) || (DUE_LATER.test(sentence) && presentedOn !== null && forecastsIn(sentence).some(({ last }) => last !== null && last >= presentedOn)),
  )
  if (!open) return null
  return finding('completed_outstanding', subjectOf(one), `Graded ${gradeInWords(one.scale, update.grade)}, but the update itself names work that is not finished.`, {
    quote: open,
    words: definitionOf(one.scale, update.grade),
  })
}

const DECLINED =
  /\b(?:(?:is|are|was|were) (?:therefore )?(?:not|no longer) (?:needed|necessary|required|considered necessary|being (?:pursued|progressed|taken forward)|feasible|viable)|will not be (?:implemented|introduced|established|taken forward|pursued|progressed)|(?:has|have) been (?:declined|rejected)|decided not to|agreed not to)\b/i

/** A refusal is a proper answer, but it is not completion. Speaks only of the whole update: one sentence in a long report proves nothing. */
export function completedNotDone(one: UpdateCase): Finding | null {
  if (one.update.grade !== 'achieved' && one.update.grade !== 'completed') return null
  const sentences = sentencesOf(toldIn(one.update))
  const declined = sentences.slice(0, 2).find((sentence) => DECLINED.test(sentence))
  if (!declined || sentences.length > 4) return null
  return finding('completed_not_done', subjectOf(one), `Graded ${gradeInWords(one.scale, one.update.grade)}, but the update says that what was recommended will not be done.`, {
    quote: declined,
  })
}

/** In progress means begun: speaks only where every sentence looks ahead. */
export function inProgressNotStarted(one: UpdateCase): Finding | null {
  const { update } = one
  const sentences = sentencesOf(toldIn(update))
  if (update.grade !== 'in_progress' || sentences.length === 0 || !sentences.every(onlyLooksAhead)) return null
  return finding('in_progress_not_started', subjectOf(one), `Graded ${gradeInWords(one.scale, 'in_progress')}, but everything that is reported has yet to begin.`, {
    quote: sentences[0],
  })
}

const OPENING: [RegExp, string][] = [
  [/^(?:fully )?(?:achieved|complete|completed|implemented)[.!]?$/i, 'done'],
  [/^(?:progressing but )?not (?:yet )?(?:complete|completed|achieved)[.!]?$/i, 'open'],
  [/^on[ -]track[.!]?$/i, 'open'],
  [/^slipped[.!]?$/i, 'open'],
]
const WHOLE_WORK_DONE = /\b(?:this|the|that) (?:piece of )?(?:work|action|recommendation|project) (?:has been|is now|was) completed?\b|\bthis has been completed\b/i

/** The evidence that opens `Achieved.` under a grade that is not, or that says at once that the work is and is not complete. */
export function gradeContradicted(one: UpdateCase): Finding | null {
  const { update } = one
  if (update.grade === null) return null
  const sentences = sentencesOf(toldIn(update))
  const opening = OPENING.find(([pattern]) => pattern.test(sentences[0] ?? ''))?.[1]
  const about = subjectOf(one)
  if (opening === 'done' && !isDone(update.grade))
    return finding('contradiction', about, `The evidence opens “${sentences[0]}”, but the grade is ${gradeInWords(one.scale, update.grade)}.`, { quote: sentences.slice(0, 2).join(' ') })
  if (opening === 'open' && isDone(update.grade))
    return finding('contradiction', about, `The evidence opens “${sentences[0]}”, but the grade is ${gradeInWords(one.scale, update.grade)}.`, { quote: sentences.slice(0, 2).join(' ') })
  const done = sentences.find((sentence) => WHOLE_WORK_DONE.test(sentence))
  if (opening === 'open' && done && /complete|achieved/i.test(sentences[0] ?? ''))
    return finding('contradiction', about, `The evidence says both “${sentences[0]}” and that the work has been completed.`, { quote: done })
  return null
}

/** Whether the last round graded it as done, so that nothing more is owed. */
export function signedOffBefore(one: UpdateCase): boolean {
  const before = one.earlier.filter((said) => said.part === one.update.part)
  return before.length > 0 && before.every((said) => isDone(said.grade)) && isBlankUpdate(one.update)
}
