import { forecastsIn, onlyLooksAhead } from './dates-in-prose.ts'
import type { Finding } from './finding.ts'
import { inQuotes } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { sentencesOf, wordsOf } from './sentences.ts'
import { actionOf, definitionOf, gradeInWords, isDone, subjectOf, toldIn } from './update-case.ts'
import type { UpdateCase } from './update-case.ts'

const STILL_TO_DO =
  /\b(?:(?:is|are) (?:currently |still )?being (?:verified|finalised|completed|written|collated)|still to be|yet to be|not yet (?:been )?(?:complete|completed|started|begun|finalised|agreed|in place)|remains? (?:outstanding|to be)|(?:is|are) still outstanding|work (?:is|remains) ongoing)\b/i
const DUE_LATER =
  /\bdue (?:for completion|to be (?:completed|reported|published|presented|agreed|approved|submitted|finalised))\b[^.]*?\b(?:by|in|on|at)\b/i

/** What is achieved is finished: an update that names its own unfinished work contradicts the grade. */
export function completedOutstanding(one: UpdateCase): Finding | null {
  const { update, presentedOn } = one
  if (update.grade !== 'achieved' && update.grade !== 'completed') return null
  const percent = actionOf(one)?.percent_complete
  if (typeof percent === 'number' && percent < 100) {
    return finding(
      'completed_outstanding',
      subjectOf(one),
      `Graded ${gradeInWords(one.scale, update.grade)}, but only ${percent}% complete.`,
      { quote: `${percent}%` },
    )
  }
  const open = sentencesOf(toldIn(update)).find(
    (sentence) =>
      STILL_TO_DO.test(sentence) ||
      (DUE_LATER.test(sentence) && presentedOn !== null && forecastsIn(sentence).some(({ last }) => last !== null && last >= presentedOn)),
  )
  if (!open) return null
  return finding(
    'completed_outstanding',
    subjectOf(one),
    `Graded ${gradeInWords(one.scale, update.grade)}, but the update itself names work that is not finished.`,
    {
      quote: open,
      words: definitionOf(one.scale, update.grade),
    },
  )
}

const DECLINED =
  /\b(?:(?:is|are|was|were) (?:therefore )?(?:not|no longer) (?:needed|necessary|considered necessary|being (?:pursued|progressed|taken forward)|feasible|viable)|(?:is|are) no longer required|will not be (?:implemented|introduced|established|taken forward|pursued|progressed)|(?:has|have) been (?:declined|rejected)|decided not to|agreed not to)\b/i

/**
 * A refusal is a proper answer, but it is not completion. Speaks only where what is declined is named in the recommendation, and of the
 * whole update: that planning permission was not needed proves nothing.
 */
export function completedNotDone(one: UpdateCase): Finding | null {
  if (one.update.grade !== 'achieved' && one.update.grade !== 'completed') return null
  const sentences = sentencesOf(toldIn(one.update))
  const asked = new Set(wordsOf(one.recommendation.text).filter((word) => word.length > 4))
  const declined = sentences.slice(0, 2).find((sentence) => {
    const phrase = DECLINED.exec(sentence)
    return phrase !== null && wordsOf(sentence).some((word) => asked.has(word))
  })
  if (!declined || sentences.length > 4) return null
  return finding(
    'completed_not_done',
    subjectOf(one),
    `Graded ${gradeInWords(one.scale, one.update.grade)}, but the update says that what was recommended will not be done.`,
    {
      quote: declined,
    },
  )
}

/** In progress means begun: speaks only where every sentence looks ahead. */
export function inProgressNotStarted(one: UpdateCase): Finding | null {
  const { update } = one
  const sentences = sentencesOf(toldIn(update))
  if (update.grade !== 'in_progress' || sentences.length === 0 || !sentences.every(onlyLooksAhead)) return null
  return finding(
    'in_progress_not_started',
    subjectOf(one),
    `Graded ${gradeInWords(one.scale, 'in_progress')}, but everything that is reported has yet to begin.`,
    {
      quote: sentences[0],
    },
  )
}

const OPENING: [RegExp, string][] = [
  [/^(?:fully )?(?:achieved|complete|completed|implemented)[.!]?$/i, 'done'],
  [/^(?:progressing but )?not (?:yet )?(?:complete|completed|achieved)[.!]?$/i, 'open'],
  [/^on[ -]track[.!]?$/i, 'open'],
  [/^slipped[.!]?$/i, 'open'],
]
const WHOLE_WORK_DONE =
  /\b(?:this|the|that) (?:piece of )?(?:work|action|recommendation|project) (?:has been|is now|was) completed?\b|\bthis has been completed\b/i

/** The evidence that opens `Achieved.` under a grade that is not, or that says at once that the work is and is not complete. */
export function gradeContradicted(one: UpdateCase): Finding | null {
  const { update } = one
  if (update.grade === null) return null
  const sentences = sentencesOf(toldIn(update))
  const opening = OPENING.find(([pattern]) => pattern.test(sentences[0] ?? ''))?.[1]
  const about = subjectOf(one)
  if (opening === 'done' && !isDone(update.grade))
    return finding(
      'contradiction',
      about,
      `The evidence opens ${inQuotes(sentences[0]!)}, but the grade is ${gradeInWords(one.scale, update.grade)}.`,
      { quote: sentences.slice(0, 2).join(' ') },
    )
  if (opening === 'open' && isDone(update.grade))
    return finding(
      'contradiction',
      about,
      `The evidence opens ${inQuotes(sentences[0]!)}, but the grade is ${gradeInWords(one.scale, update.grade)}.`,
      { quote: sentences.slice(0, 2).join(' ') },
    )
  const done = sentences.find((sentence) => WHOLE_WORK_DONE.test(sentence))
  if (opening === 'open' && done && /complete|achieved/i.test(sentences[0] ?? ''))
    return finding('contradiction', about, `The evidence says both ${inQuotes(sentences[0]!)} and that the work has been completed.`, {
      quote: done,
    })
  return null
}
