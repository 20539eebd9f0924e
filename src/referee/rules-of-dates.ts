import { datesIn, forecastsIn } from './dates-in-prose.ts'
import type { NamedDate } from './dates-in-prose.ts'
import type { Finding } from './finding.ts'
import { clip, howLong, timescaleInWords } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { isBlank, sentencesOf } from './sentences.ts'
import { actionOf, definitionOf, gradeInWords, isBlankUpdate, lastDayOf, occasionOf, promisesOf, subjectOf, toldIn } from './update-case.ts'
import type { UpdateCase } from './update-case.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'

const GIVES_A_DATE =
  /\b(?:by|until|before|in|from|during|for|to)\s+(?:the\s+)?(?:end of\s+|early\s+|late\s+|mid[- ]?)?(?:next\s+(?:month|quarter|year|meeting|round|term)|(?:spring|summer|autumn|winter|new year|easter|christmas|q[1-4]|quarter [1-4])\b)|\b(?:new|revised|anticipated|expected|target|completion)\s+(?:completion\s+)?date\b[^.]{0,25}\d/i

/** What the update says of when it will now be done: dates that it puts in the future, dates that its assessment gives, and the new date itself. */
function datesOffered(one: UpdateCase): NamedDate[] {
  const { update } = one
  const revised = update.revised_due
  const offered: NamedDate[] = sentencesOf(toldIn(update)).flatMap((sentence) => forecastsIn(sentence))
  for (const date of sentencesOf(update.explanation ?? '').flatMap((sentence) => datesIn(sentence))) if (date.first !== null) offered.push(date)
  const iso = lastDayOf(revised?.iso)
  if (revised && iso) offered.push({ text: revised.text, at: 0, first: iso, last: iso, precision: 'day' })
  return offered
}

/** Slipped: “an anticipated date by which the recommendation is expected to become achieved should be advised”. Any date or season put in the future counts. */
export function slippedNoNewDate(one: UpdateCase): Finding | null {
  const { update, scale } = one
  if (update.grade !== 'slipped' || saysWhen(one)) return null
  const promised = promisesOf(one).find(({ due }) => due !== null)
  const was = promised ? ` It was due ${timescaleInWords(promised.timescale)}.` : ''
  return finding('slipped_no_new_date', subjectOf(one), `Graded ${gradeInWords(scale, 'slipped')}, with no date by which it is now expected.${was}`, {
    quote: update.assessment_text || update.evidence,
    words: definitionOf(scale, 'slipped'),
  })
}

function saysWhen(one: UpdateCase): boolean {
  if (!isBlank(one.update.revised_due?.text) || GIVES_A_DATE.test(toldIn(one.update))) return true
  const due = latestDue(one)
  return datesOffered(one).some(({ last }) => last === null || due === null || last > due)
}

function latestDue(one: UpdateCase): CalendarDate | null {
  return promisesOf(one).reduce<CalendarDate | null>((latest, { due }) => (due !== null && (latest === null || due > latest) ? due : latest), null)
}

/** A new date that lies before the meeting is no new date. */
export function newDateAlreadyPassed(one: UpdateCase): Finding | null {
  const { update, presentedOn } = one
  if ((update.grade !== 'slipped' && update.grade !== 'on_track') || presentedOn === null) return null
  if (update.grade === 'on_track' && !update.revised_due?.iso) return null
  const due = latestDue(one)
  const offered = datesOffered(one).filter(({ last }) => last === null || due === null || last > due)
  const latest = offered.toSorted((a, b) => (a.last ?? '9999').localeCompare(b.last ?? '9999')).at(-1)
  if (!latest?.last || latest.last >= presentedOn || GIVES_A_DATE.test(toldIn(update))) return null
  return finding('new_date_already_passed', subjectOf(one), `The only new date offered, ${latest.text}, passed ${howLong(latest.last, presentedOn)} before ${occasionOf(one)}.`, {
    quote: sentencesOf(toldIn(update)).find((sentence) => sentence.includes(latest.text)) ?? update.revised_due?.text,
    words: definitionOf(one.scale, 'slipped'),
  })
}

const REASON =
  /\b(?:because|owing to|as a result|result(?:ing|ed) (?:from|in)|due to (?!be\b|start|begin|commence|report|complete|go\b|meet|take place)|caused|delay(?:s|ed)? (?:by|in|to|while|as|until|with)|has been delayed|took longer|longer than|later than|absen|vacan|left the|capacity|shortage|resourc|recruit|staff(?:ing)? (?:change|turnover|shortage|level|pressure|sickness)|turnover|sickness|illness|covid|pandemic|election|funding|budget|cost|procure|tender|contract|legal|await|waiting|pending|depend|subject to|unavailab|unable|could ?n[o']t|can ?not|difficult|challeng|problem|issues?\b|obstacle|barrier|complex|competing|priorit|pressure|restructur|reorganis|moved (?:to|into)|once (?:the|this|these|received|approved|agreed|complete)|postponed|deferred|on hold|paused|suspended|until|need to|needed to)/i
const NO_REASON = /^\W*(?:(?:further|more|some|additional)\s+)?(?:progress|work)\s+(?:is\s+)?(?:needed|required)\W*$/i

/** Slipped: “… and the reasons for the delay”. Speaks where nothing in the update sounds like a reason; a take-up that must increase is not yet one. */
export function slippedNoReason(one: UpdateCase): Finding | null {
  const { update, scale } = one
  if (update.grade !== 'slipped') return null
  const told = sentencesOf(toldIn(update)).filter((sentence) => !NO_REASON.test(sentence))
  if (told.some((sentence) => REASON.test(sentence))) return null
  return finding('slipped_no_reason', subjectOf(one), `Graded ${gradeInWords(scale, 'slipped')}, but nothing says what held it up.`, {
    quote: isBlank(update.explanation) ? update.assessment_text || clip(update.evidence, 120) : update.assessment_text || update.explanation,
    words: definitionOf(scale, 'slipped'),
  })
}

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
  if (update.grade !== null || presentedOn === null || !one.asks.grade || update.revised_due?.text) return []
  if (!isBlank(update.assessment_text) || !isBlank(update.explanation) || action?.rag || typeof action?.percent_complete === 'number') return []
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

const WHEN_DONE = /\b(?:due to be completed?|due for completion|will be completed?|completed by|expected to (?:be )?completed?|(?:is|are) due to (?:finish|end|conclude))\b/i

/** A forecast that may run beyond the date, while the date still stands. */
export function forecastAfterDue(one: UpdateCase): Finding | null {
  const { update, presentedOn } = one
  const promised = promisesOf(one)[0]
  if (!promised?.due || presentedOn === null || promised.due < presentedOn || update.revised_due?.text) return null
  if (update.grade !== 'on_track' && update.grade !== 'in_progress') return null
  for (const sentence of sentencesOf(toldIn(update))) {
    const late = WHEN_DONE.test(sentence) && forecastsIn(sentence).find((date) => date.precision !== 'year' && date.last !== null && date.last > promised.due!)
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
    const later = datesIn(sentence).find((date) => date.precision === 'day' || /\bas at\b/i.test(sentence.slice(0, date.at)) ? isLater(date, label.last!, one.presentedOn!, ahead) : false)
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
  const years = date.first ? [date.first] : [label.slice(0, 4), meeting.slice(0, 4)].flatMap((year) => datesIn(`${date.text} ${year}`).map((known) => known.first ?? ''))
  return years.some((day) => day > label && day <= meeting)
}
