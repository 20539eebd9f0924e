import { datesIn, forecastsIn } from './dates-in-prose.ts'
import type { NamedDate } from './dates-in-prose.ts'
import type { Finding } from './finding.ts'
import { clip, howLong, timescaleInWords } from './plain-words.ts'
import { finding } from './raise-finding.ts'
import { isBlank, sentencesOf } from './sentences.ts'
import { definitionOf, gradeInWords, lastDayOf, occasionOf, promisesOf, subjectOf, toldIn } from './update-case.ts'
import type { UpdateCase } from './update-case.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'

const GIVES_A_DATE =
  /\b(?:by|until|before|in|from|during|for|to)\s+(?:the\s+)?(?:end of\s+|early\s+|late\s+|mid[- ]?)?(?:next\s+(?:month|quarter|year|meeting|round|term)|(?:spring|summer|autumn|winter|new year|easter|christmas|q[1-4]|quarter [1-4])\b)|\b(?:new|revised|anticipated|expected|target|completion)\s+(?:completion\s+)?date\b[^.]{0,25}\d/i

const LEADS_TO_A_DATE =
  /\b(?:by|until|before|revised(?: to| date)?|new date|target(?: date)?|deadline)(?:\s+the)?(?:\s+end\s+of)?(?:\s+early|\s+late|\s+mid)?[\s:–-]*$/i

/** What the update says of when it will now be done: dates that it puts in the future, dates that its assessment gives, and the new date itself. */
function datesOffered(one: UpdateCase): NamedDate[] {
  const { update } = one
  const revised = update.revised_due
  const offered: NamedDate[] = sentencesOf(toldIn(update)).flatMap((sentence) => forecastsIn(sentence))
  for (const date of sentencesOf(update.explanation ?? '').flatMap((sentence) => datesIn(sentence)))
    if (date.first !== null) offered.push(date)
  for (const sentence of sentencesOf(update.evidence))
    for (const date of datesIn(sentence)) if (date.first !== null && LEADS_TO_A_DATE.test(sentence.slice(0, date.at))) offered.push(date)
  const iso = lastDayOf(revised?.iso)
  if (revised && iso) offered.push({ text: revised.text, at: 0, first: iso, last: iso, precision: 'day' })
  return offered
}

/**
 * Whether the grade tells of a delay: `Slipped`, `Behind schedule`, or any grade of that meaning once its date has passed.
 * An amber that means “at risk” while the date still stands has not slipped yet, and owes neither reason nor date.
 */
function hasSlipped(one: UpdateCase): boolean {
  const { update, scale, presentedOn } = one
  if (update.grade !== 'slipped') return false
  const due = latestDue(one)
  const words = scale.grades.filter(({ meaning }) => meaning === 'slipped').map(({ label, definition }) => `${label} ${definition ?? ''}`)
  const saysSo =
    words.length === 0 || words.some((text) => /slip|behind|delay|late\b|missed|not on track|off track/i.test(text) && !/risk/i.test(text))
  return saysSo || due === null || presentedOn === null || due < presentedOn
}

/** Slipped: “an anticipated date by which the recommendation is expected to become achieved should be advised”. Any date or season put in the future counts. */
export function slippedNoNewDate(one: UpdateCase): Finding | null {
  const { update, scale } = one
  if (!hasSlipped(one) || saysWhen(one)) return null
  const promised = promisesOf(one).find(({ due }) => due !== null)
  const was = promised ? ` The date given was ${timescaleInWords(promised.timescale)}.` : ''
  return finding(
    'slipped_no_new_date',
    subjectOf(one),
    `Graded ${gradeInWords(scale, 'slipped')}, with no date by which it is now expected.${was}`,
    {
      quote: update.assessment_text || update.evidence,
      words: definitionOf(scale, 'slipped'),
    },
  )
}

/** Whether the update gives any date, or season, by which it will now be done. */
export function saysWhen(one: UpdateCase): boolean {
  if (!isBlank(one.update.revised_due?.text) || GIVES_A_DATE.test(toldIn(one.update))) return true
  const due = latestDue(one)
  return datesOffered(one).some(({ last }) => last === null || due === null || last > due)
}

function latestDue(one: UpdateCase): CalendarDate | null {
  return promisesOf(one).reduce<CalendarDate | null>(
    (latest, { due }) => (due !== null && (latest === null || due > latest) ? due : latest),
    null,
  )
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
  return finding(
    'new_date_already_passed',
    subjectOf(one),
    `The only new date offered, ${latest.text}, passed ${howLong(latest.last, presentedOn)} before ${occasionOf(one)}.`,
    {
      quote: sentencesOf(toldIn(update)).find((sentence) => sentence.includes(latest.text)) ?? update.revised_due?.text,
      words: definitionOf(one.scale, 'slipped'),
    },
  )
}

const REASON =
  /\b(?:because|owing to|as a result|result(?:ing|ed) (?:from|in)|due to (?!be\b|start|begin|commence|report|complete|go\b|meet|take place)|caused|delay(?:s|ed)? (?:by|in|to|while|as|until|with)|has been delayed|took longer|longer than|later than|absen|vacan|left (?:the|in|at)|(?:has|have|had) (?:now |since )?(?:left|moved on|retired|resigned)|being advertised|re-?advertis|(?:maternity|parental|sick|annual) leave|on leave|strike|industrial action|weather|wet|flood|storm|lack of|no (?:money|funds|bids|response|answer|officer|staff)|hard to (?:find|recruit)|as (?:the|a|an|there) \w+(?: \w+){0,3} (?:has|have|had|is|are|was|were)\b|chang(?:e|es|ed) of|withdrew|withdrawn|capacity|shortage|resourc|recruit|staff(?:ing)? (?:change|turnover|shortage|level|pressure|sickness)|turnover|sickness|illness|covid|pandemic|election|funding|budget|cost|procure|tender|contract|legal|await|waiting|pending|depend|subject to|unavailab|unable|could ?n[o']t|can ?not|difficult|challeng|problem|issues?\b|obstacle|barrier|complex|competing|priorit|pressure|restructur|reorganis|moved (?:to|into)|once (?:the|this|these|received|approved|agreed|complete)|postponed|deferred|on hold|paused|suspended|until|need to|needed to)/i
const NO_REASON = /^\W*(?:(?:further|more|some|additional)\s+)?(?:progress|work)\s+(?:is\s+)?(?:needed|required)\W*$/i

/** Slipped: “… and the reasons for the delay”. Speaks where nothing in the update sounds like a reason; a take-up that must increase is not yet one. */
export function slippedNoReason(one: UpdateCase): Finding | null {
  const { update, scale } = one
  if (!hasSlipped(one) || saysWhy(one)) return null
  return finding('slipped_no_reason', subjectOf(one), `Graded ${gradeInWords(scale, 'slipped')}, but nothing says what held it up.`, {
    quote: isBlank(update.explanation)
      ? update.assessment_text || clip(update.evidence, 120)
      : update.assessment_text || update.explanation,
    words: definitionOf(scale, 'slipped'),
  })
}

/** Whether anything in the update sounds like a reason for a delay. */
export function saysWhy({ update }: UpdateCase): boolean {
  return sentencesOf(toldIn(update)).some((sentence) => !NO_REASON.test(sentence) && REASON.test(sentence))
}
