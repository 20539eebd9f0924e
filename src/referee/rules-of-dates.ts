import { datesIn, forecastsIn } from './dates-in-prose.ts'
import type { NamedDate } from './dates-in-prose.ts'
import type { Finding } from './finding.ts'
import { howLong, timescaleInWords } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { owesNothing } from './rules-of-grades.ts'
import { saysWhen, saysWhy } from './rules-of-slippage.ts'
import { isBlank, sentencesOf } from './sentences.ts'
import { actionOf, definitionOf, gradeInWords, isBlankUpdate, occasionOf, promisesOf, subjectOf, toldIn } from './update-case.ts'
import type { UpdateCase } from './update-case.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'

const BROUGHT_ABOUT =
  /\b(?:achieved|completed?|updated|launched|approved|adopted|published|implemented|established|introduced|signed off|went live|opened|in place|finalised|delivered|submitted|issued|sent|appointed)\b/i
const TOOK_PLACE = /\b(?:held|took place|presented|reported|attended|met|agreed)\b/i

/**
 * Achieved means within the timescale. Only a date that tells when it was done speaks: one date in its sentence, with the year, and none
 * of the things done that the update dates lies within the timescale (the latest of several meetings proves nothing).
 */
export function achievedLate(one: UpdateCase): Finding | null {
  const { update, presentedOn } = one
  const promised = promisesOf(one)[0]
  if (update.grade !== 'achieved' || !promised?.due || presentedOn === null) return null
  const due = promised.due
  const told = sentencesOf(toldIn(update)).map((sentence) => ({ sentence, date: dateDone(sentence) }))
  const dated = told.filter(({ date }) => date !== null)
  if (dated.some(({ date }) => date!.first! <= due)) return null
  const late = dated.find(({ sentence, date }) => BROUGHT_ABOUT.test(sentence) && date!.first! <= presentedOn)
  if (!late) return null
  return finding(
    'achieved_late',
    { ...subjectOf(one), part: promised.part },
    `Graded ${gradeInWords(one.scale, 'achieved')}, but the evidence dates it ${late.date!.text}, ${howLong(due, late.date!.first!)} after it was due (${timescaleInWords(promised.timescale)}).`,
    { quote: late.sentence, words: definitionOf(one.scale, 'achieved') },
  )
}

function dateDone(sentence: string): NamedDate | null {
  const dates = datesIn(sentence)
  const [date] = dates
  if (dates.length !== 1 || !date?.first || date.precision === 'year' || forecastsIn(sentence).length > 0) return null
  return BROUGHT_ABOUT.test(sentence) || TOOK_PLACE.test(sentence) ? date : null
}

/** Once the date has passed there is a grade, a percentage, a new date or a reason. What the last round graded is not said twice. */
export function datePassedUnassessed(one: UpdateCase): Finding[] {
  const { update, presentedOn } = one
  const action = actionOf(one)
  if (update.grade !== null || presentedOn === null || !one.asks.grade || update.revised_due?.text || owesNothing(one)) return []
  if (!isBlank(update.assessment_text) || !isBlank(update.explanation) || action?.rag || typeof action?.percent_complete === 'number')
    return []
  if (one.earlier.some((said) => said.part === update.part && said.grade !== null)) return []
  return promisesOf(one)
    .filter(({ due }) => due !== null && due < presentedOn)
    .map(({ part, timescale, due }) =>
      finding(
        'date_passed_unassessed',
        { ...subjectOf(one), part },
        `The date given, ${timescaleInWords(timescale)}, passed ${howLong(due!, presentedOn)} before ${occasionOf(one)}, and ${isBlankUpdate(update) ? 'nothing is said of it' : 'it has no grade, new date or reason'}.`,
        { quote: timescale.text },
      ),
    )
}

/** Under way or not begun, with the date gone and neither a new one nor a reason: nobody has said whether it is late. */
export function datePassedUnderWay(one: UpdateCase): Finding[] {
  const { update, scale, presentedOn } = one
  if ((update.grade !== 'in_progress' && update.grade !== 'not_started') || presentedOn === null || saysWhen(one) || saysWhy(one)) return []
  const passed = promisesOf(one).filter(({ due }) => due !== null && due < presentedOn)
  return passed.map(({ part, timescale, due }) => {
    const message = `Graded ${gradeInWords(scale, update.grade!)}, but the date given, ${timescaleInWords(timescale)}, passed ${howLong(due!, presentedOn)} before ${occasionOf(one)}, and there is neither a new date nor a reason.`
    return finding('date_passed_unassessed', { ...subjectOf(one), part }, message, {
      quote: `${timescale.text} … ${update.assessment_text || update.evidence}`,
    })
  })
}

const WHEN_DONE =
  /\b(?:due to be completed?|due for completion|will be completed?|completed by|expected to (?:be )?completed?|(?:is|are) due to (?:finish|end|conclude))\b/i

/** A forecast that may run beyond the date, while the date still stands. */
export function forecastAfterDue(one: UpdateCase): Finding | null {
  const { update, presentedOn } = one
  const promised = promisesOf(one)[0]
  if (!promised?.due || presentedOn === null || promised.due < presentedOn || update.revised_due?.text) return null
  if (update.grade !== 'on_track' && update.grade !== 'in_progress') return null
  for (const sentence of sentencesOf(toldIn(update))) {
    const late =
      WHEN_DONE.test(sentence) &&
      forecastsIn(sentence).find((date) => date.precision !== 'year' && date.last !== null && date.last > promised.due!)
    if (late) {
      const message = `Due ${timescaleInWords(promised.timescale)}, but the update expects it ${late.text}.`
      return finding('forecast_after_due', { ...subjectOf(one), part: promised.part }, message, { quote: sentence })
    }
  }
  return null
}

/** A round headed `as at November 2016` that tells of 7 December: said where the day lies after the heading's month and before the meeting. */
export function roundLabelWrong(one: UpdateCase): Finding | null {
  const [label] = datesIn(one.update.round)
  if (!label?.last || one.presentedOn === null || label.last >= one.presentedOn) return null
  for (const sentence of sentencesOf(one.update.evidence)) {
    const ahead = forecastsIn(sentence)
    const later = datesIn(sentence).find((date) =>
      date.precision === 'day' || /\bas at\b/i.test(sentence.slice(0, date.at))
        ? isLater(date, label.last!, one.presentedOn!, ahead)
        : false,
    )
    if (later) {
      const message = `The round is headed ${one.update.round}, but the evidence tells of ${later.text}, before ${occasionOf(one)} (${inWords(one.presentedOn)}).`
      return finding('round_label_wrong', subjectOf(one), message, { quote: sentence })
    }
  }
  return null
}

/** A day without a year is taken in the year that lies between heading and meeting. */
function isLater(date: NamedDate, label: CalendarDate, meeting: CalendarDate, ahead: readonly NamedDate[]): boolean {
  if (ahead.some((forecast) => forecast.at === date.at)) return false
  const years = date.first
    ? [date.first]
    : [label.slice(0, 4), meeting.slice(0, 4)].flatMap((year) => datesIn(`${date.text} ${year}`).map((known) => known.first ?? ''))
  return years.some((day) => day > label && day <= meeting)
}
