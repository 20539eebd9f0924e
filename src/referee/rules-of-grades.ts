import type { Finding } from './finding.ts'
import { capitalised, clip, countOf, howLong, listOf, timescaleInWords } from './plain-words.ts'
import { asksNothing } from './plan-case.ts'
import { finding } from './raise-finding.ts'
import { isBlank, wordsOf } from './sentences.ts'
import { actionOf, definitionOf, gradeInWords, isBlankUpdate, isDone, occasionOf, promisesOf, subjectOf, toldIn } from './update-case.ts'
import type { UpdateCase } from './update-case.ts'

/** On track means the promise still stands: once its date has passed, the grade is no longer available. A new date given in the update is a new promise. */
export function onTrackOverdue(one: UpdateCase): Finding[] {
  const { update, scale, presentedOn } = one
  if (update.grade !== 'on_track' || presentedOn === null || update.revised_due?.iso || mayMeanDone(one)) return []
  return promisesOf(one)
    .filter(({ due }) => due !== null && due < presentedOn)
    .map(({ part, timescale, due }) =>
      finding(
        'on_track_overdue',
        { ...subjectOf(one), part },
        `Graded ${gradeInWords(scale, 'on_track')}, but the date given, ${timescaleInWords(timescale)}, passed ${howLong(due!, presentedOn)} before ${occasionOf(one)}.`,
        {
          quote: `${timescale.text} … ${update.assessment_text || update.explanation || update.evidence}`,
          words: definitionOf(scale, 'on_track'),
        },
      ),
    )
}

const COLOUR = /^\W*(?:blue|green|amber|yellow|orange|red)\W*$/i
const DONE =
  /\b(?:100 ?%|achieved|completed?|published|adopted|approved|implemented|launched|introduced|installed|finished|signed off|in place|delivered)\b/i

/** A colour that the paper's key does not explain means “on track” to some councils and “done” to others: the evidence has to tell which. */
function mayMeanDone(one: UpdateCase): boolean {
  const grade = one.scale.grades.find((known) => known.meaning === 'on_track')
  const unexplained = COLOUR.test(grade?.label ?? '') && !grade?.definition
  return unexplained && (actionOf(one)?.percent_complete === 100 || DONE.test(toldIn(one.update)))
}

/** Every open recommendation is graded. Speaks only where the paper grades at all, and not where the cell holds a word that Heed does not know. */
export function gradeMissing(one: UpdateCase): Finding | null {
  const { update } = one
  if (update.grade !== null || !one.asks.grade || owesNothing(one)) return null
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
    {
      quote: statements
        .map((said) => said.assessment_text ?? '')
        .filter((text) => !isBlank(text))
        .join(' / '),
    },
  )
}

/** Slipped and not achieved call for an explanation where the paper's form has room for one. */
export function explanationMissing(one: UpdateCase): Finding | null {
  const { update, scale } = one
  if ((update.grade !== 'slipped' && update.grade !== 'not_achieved') || !one.asks.explanation) return null
  if (!isBlank(update.explanation) || update.grade_found_in) return null
  return finding(
    'explanation_missing',
    subjectOf(one),
    `${capitalised(gradeInWords(scale, update.grade))} stands alone: the assessment says nothing more.`,
    {
      quote: update.assessment_text,
      words: definitionOf(scale, update.grade),
    },
  )
}

/** Whether nothing is owed in this round: the last one graded it as done, it was rejected, or it asks for nothing. */
export function owesNothing(one: UpdateCase): boolean {
  const { recommendation, update, earlier } = one
  if (!isBlankUpdate(update)) return false
  if (recommendation.response?.answer === 'rejected' || asksNothing(recommendation)) return true
  const before = earlier.filter((said) => said.part === update.part)
  return before.length > 0 && before.every((said) => isDone(said.grade))
}
