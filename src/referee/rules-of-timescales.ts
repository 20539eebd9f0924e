import { datesIn } from './dates-in-prose.ts'
import type { Finding } from './finding.ts'
import { foldedByPart, hasStatusColumns, isClosed, subjectOfUndertaking, timescalesOf, undertakingsOf } from './plan-case.ts'
import type { PlanCase, Undertaking } from './plan-case.ts'
import { howLong, timescaleInWords } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { isBlank, standsForNothing } from './sentences.ts'
import { gradeInWords, lastDayOf } from './update-case.ts'
import { inWords } from '../platform/core/calendar-date.ts'

const STATUS =
  /^(?:\W*(?:fully\s+)?(?:achieved|completed?|done|implemented|closed|finished|in progress|under\s?way|not started|overdue|on track|slipped|actioned))+\W*$/i
const OPEN_ENDED =
  /\b(?:on-?going|continu(?:ous|ing|al|ed)|rolling|quarterly|monthly|weekly|annual(?:ly)?|yearly|termly|bi-?annual(?:ly)?|six[- ]monthly|6[- ]monthly|regular(?:ly)?|as (?:and when|required|needed|necessary)|when (?:required|needed|available)|asap|as soon as (?:possible|practicable)|immediate(?:ly)?|in place|to be reviewed|long[- ]term|short[- ]term|medium[- ]term|throughout|(?:began|begun|started|commenced|starting|from|since))\b/i
const NAMES_A_TIME =
  /\d|\b(?:spring|summer|autumn|winter|easter|christmas|new year|term|quarter\b|month\b|week\b|year\b|january|february|march|april|may|june|july|august|september|october|november|december|next|end of)/i

/** Undertakings that are still open, with the dates that the plan gives them. */
function open(plan: PlanCase): { one: Undertaking; all: Undertaking[] }[] {
  return plan.review.recommendations
    .filter((recommendation) => !isClosed(recommendation))
    .flatMap((recommendation) => {
      const all = undertakingsOf(recommendation)
      return all.map((one) => ({ one, all }))
    })
}

/** “Ongoing” can never fall due, so nobody can say that it was kept. A text that names a time which Heed cannot place is left alone. */
export function noFirmDate(plan: PlanCase): Finding[] {
  return open(plan).flatMap(({ one }) =>
    timescalesOf(one)
      .filter(
        ({ text, iso }) => !iso && !STATUS.test(text) && !standsForNothing(text) && (OPEN_ENDED.test(text) || !NAMES_A_TIME.test(text)),
      )
      .map((timescale) =>
        finding(
          'no_firm_date',
          { ...subjectOfUndertaking(plan, one), part: one.part ?? timescale.part ?? null },
          `The date is “${timescaleInWords(timescale)}”: it can never fall due.`,
          {
            quote: timescale.text,
          },
        ),
      ),
  )
}

/** A date for everything; where the paper has no dates at all, that is said once. */
export function dateMissing(plan: PlanCase): Finding[] {
  const { review } = plan
  const undertakings = review.recommendations.flatMap(undertakingsOf)
  if (undertakings.length < 2) return []
  const isDated = (one: Undertaking) => timescalesOf(one).some(({ text }) => !standsForNothing(text))
  const dated = undertakings.filter(isDated)
  if (dated.length === 0) {
    const message = `None of the ${review.recommendations.length} recommendations has a date by which it is due.`
    return [finding('date_missing', { review: review.title, place: review.place }, message)]
  }
  if (dated.length < undertakings.length / 2) return []
  return open(plan)
    .filter(({ one }) => !isDated(one) && !isEmptyAction(one))
    .map(({ one }) =>
      finding('date_missing', subjectOfUndertaking(plan, one), `No date is given for ${one.number ? `action ${one.number}` : 'it'}.`, {
        quote: timescalesOf(one)[0]?.text,
      }),
    )
}

function isEmptyAction({ action }: Undertaking): boolean {
  return action !== undefined && isBlank(action.text)
}

/** The date column holds a date. A status that gives its day (`Completed March 2014`) tells what it should. */
export function statusInDateColumn(plan: PlanCase): Finding[] {
  return faultsOf(plan, (one) => {
    const [status] = timescalesOf(one).filter(({ text, iso }) => !iso && STATUS.test(text))
    return (
      status &&
      finding(
        'status_in_date_column',
        subjectOfUndertaking(plan, one),
        `“${status.text.trim()}” stands where the date should be, and nothing says when.`,
        { quote: status.text },
      )
    )
  })
}

/** A plan that has not been reported on looks forward: a date before the plan's own day was mistyped, or was kept and not said so. */
export function dateBeforeDocument(plan: PlanCase): Finding[] {
  const { documentDate, review } = plan
  if (documentDate === null || hasStatusColumns(review) || review.recommendations.some(({ updates }) => updates.length > 0)) return []
  return faultsOf(plan, (one) => {
    const [early] = timescalesOf(one).filter(
      ({ text, iso }) => (lastDayOf(iso) ?? '9999') < documentDate && !/\b(?:achieved|complete|done|implemented)/i.test(text),
    )
    if (!early) return undefined
    const message = `Due ${timescaleInWords(early)}, ${howLong(lastDayOf(early.iso)!, documentDate)} before the date of the plan, ${inWords(documentDate)}, with no word on whether it was done.`
    return finding('date_before_document', subjectOfUndertaking(plan, one), message, { quote: early.text })
  })
}

function faultsOf(plan: PlanCase, faultOf: (one: Undertaking) => Finding | undefined): Finding[] {
  return plan.review.recommendations.flatMap((recommendation) => {
    const all = undertakingsOf(recommendation)
    return foldedByPart(all, new Map(all.flatMap((one) => (faultOf(one) ? [[one, faultOf(one)!] as const] : []))))
  })
}

/** In a plan with columns for status, an action whose date has passed says how far it has come. */
export function actionPassedUnassessed(plan: PlanCase): Finding[] {
  const { documentDate, review } = plan
  if (documentDate === null || !hasStatusColumns(review)) return []
  return open(plan).flatMap(({ one }) => {
    const { action, recommendation } = one
    if (!action || hasStatus(one) || recommendation.updates.length > 0) return []
    const [due] = timescalesOf(one)
    const passed =
      due && (lastDayOf(due.iso) ?? '9999') < documentDate
        ? { text: timescaleInWords(due), last: lastDayOf(due.iso)! }
        : milestonePassed(due?.text ?? '', documentDate)
    if (!passed) return []
    const message = `The date given, ${passed.text}, passed ${howLong(passed.last, documentDate)} before ${inWords(documentDate)}, and there is no rating, percentage or new date.`
    return [finding('date_passed_unassessed', subjectOfUndertaking(plan, one), message, { quote: action.text || due?.text })]
  })
}

function hasStatus({ action }: Undertaking): boolean {
  return (
    !isBlank(action?.rag ?? '') ||
    typeof action?.percent_complete === 'number' ||
    (!isBlank(action?.performance) && !/^n\/?a$/i.test(action!.performance!.trim()))
  )
}

/** A stage of a longer timescale that names its own end: `Framework agreed: October 2016`. */
function milestonePassed(text: string, documentDate: string): { text: string; last: string } | null {
  const lines = text.split('\n')
  if (lines.length < 2) return null
  for (const line of lines) {
    const [date] = datesIn(line)
    if (
      date?.last &&
      date.last < documentDate &&
      /\b(?:agreed|completed?|approved|published|launched|signed off|in place|ends?)\b/i.test(line.slice(0, date.at))
    )
      return { text: `“${line.trim()}”`, last: date.last }
  }
  return null
}

/** An action rated as on schedule whose date has passed: the rating is no longer available. */
export function ratedOnTrackOverdue(plan: PlanCase): Finding[] {
  const { documentDate, review } = plan
  if (documentDate === null) return []
  return review.recommendations.flatMap(undertakingsOf).flatMap((one) => {
    const rag = one.action?.rag?.trim().toLowerCase()
    const grade = rag
      ? review.scale.grades.find((known) => [known.code, known.label].some((name) => name.toLowerCase() === rag))
      : undefined
    const [due] = timescalesOf(one)
    const last = lastDayOf(due?.iso)
    if (grade?.meaning !== 'on_track' || !due || last === null || last >= documentDate || one.action?.percent_complete === 100) return []
    const message = `Rated ${gradeInWords(review.scale, 'on_track')}, but the date given, ${timescaleInWords(due)}, passed ${howLong(last, documentDate)} before ${inWords(documentDate)}.`
    return [
      finding('on_track_overdue', subjectOfUndertaking(plan, one), message, {
        quote: `${due.text} … ${one.action!.rag}`,
        words: grade.definition,
      }),
    ]
  })
}
