import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { gradeGiven, gradeInWords } from '../reviews/review-as-reading.ts'
import { roundLabel, type ReviewRecord } from '../reviews/review.ts'
import { lineName, promiseState, type RoundLine } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { aFormCode, itemCodes } from './form-code.ts'
import type { Box, FormLine, FormMade, FormReview, SaidBefore } from './travelling-form.ts'

export interface FormWanted {
  forWhom: string
  dueOn: CalendarDate | null
  returnTo: string
}

/** A form that asks about these lines of a round, its boxes filled with what was said in this round so far. `random` as in `aFormCode`. */
export function makeForm(
  round: RoundRecord,
  lines: readonly RoundLine[],
  wanted: FormWanted,
  random?: (below: number) => number,
): FormMade {
  const codes = itemCodes(lines.length, random)
  const coded = lines.map((line, index) => ({ line, code: codes[index] ?? '' }))
  return {
    format: 'heed.form/1',
    code: aFormCode(random),
    council: round.council,
    round: {
      id: round.id,
      slug: round.slug,
      name: round.name,
      committee: round.meeting.committeeName,
      presentedOn: round.presentedOn,
    },
    ...wanted,
    reviews: round.reviews.flatMap((review) => {
      const own = coded.filter(({ line }) => line.review.id === review.id)
      return own.length === 0 ? [] : [reviewOf(review, own, round)]
    }),
  }
}

function reviewOf(review: ReviewRecord, lines: readonly { line: RoundLine; code: string }[], round: RoundRecord): FormReview {
  const { name, grades, percentSteps } = review.scale
  return {
    title: review.title,
    scale: { name, grades, percentSteps },
    lines: lines.map(({ line, code }) => lineOf(line, code, round)),
  }
}

function lineOf(line: RoundLine, code: string, round: RoundRecord): FormLine {
  const { review, recommendation, part, action, update } = line
  const { words, passed } = promiseState(line.promises, round.presentedOn)
  const measures = action
    ? action.measures
    : [recommendation.successMeasure ?? '', ...recommendation.actions.flatMap((each) => each.measures)].filter(Boolean)
  return {
    code,
    itemId: line.itemId,
    version: update.version,
    name: lineName(line),
    asked: [recommendation.text, part?.text && `${part.ref}) ${part.text}`].filter(Boolean).join('\n'),
    action: action?.text ?? null,
    owners: line.owners,
    promised: words,
    passed,
    measures,
    last: line.last && saidBefore(line.last, review),
    boxes: boxesOf(line),
    filled: filledBy(update, review),
  }
}

function boxesOf({ review, action, last }: RoundLine): Box[] {
  const { grades, percentSteps } = review.scale
  const asked: [Box, boolean][] = [
    ['evidence', true],
    ['grade', grades.length > 0],
    ['explanation', true],
    ['impact', true],
    ['percent', action !== null || percentSteps !== null],
    ['newDate', true],
    ['newDateReason', true],
    ['noChange', last !== null],
  ]
  return asked.flatMap(([box, isAsked]) => (isAsked ? [box] : []))
}

/** The boxes of a line as an update fills them: the grade in the words of the scale. */
export function filledBy(update: UpdateRecord, review: Pick<ReviewRecord, 'scale'>): Partial<Record<Box, string>> {
  const grade = gradeGiven(review.scale.grades, update)
  const filled: [Box, string][] = [
    ['evidence', update.evidence],
    ['grade', grade ? gradeInWords(grade) : ''],
    ['explanation', update.explanation ?? ''],
    ['impact', update.impact ?? ''],
    ['percent', update.percentComplete === null ? '' : String(update.percentComplete)],
    ['newDate', update.revisedWords ?? ''],
    ['newDateReason', update.revisedReason ?? ''],
  ]
  return Object.fromEntries(filled.filter(([, words]) => words !== ''))
}

function saidBefore(update: UpdateRecord, review: ReviewRecord): SaidBefore {
  const round = review.rounds.find((one) => one.id === update.roundId)
  const grade = gradeGiven(review.scale.grades, update)
  return {
    round: round ? roundLabel(round) : '',
    grade: grade ? gradeInWords(grade) : null,
    evidence: update.evidence,
    explanation: update.explanation ?? '',
    impact: update.impact ?? '',
    newDate: [update.revisedWords, update.revisedReason].filter(Boolean).join(': '),
  }
}
