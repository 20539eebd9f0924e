import { z } from 'zod'
import { calendarDate, isCalendarDate } from '../core/calendar-date.ts'
import type { SentFile } from './form.ts'

/**
 * Fields of forms: what a page's schema is made of. Each takes the words for when it is left blank, because only the form knows
 * what it is asking: `z.object({ name: text('Enter the committee’s name'), kind: choice(KINDS, 'Choose what kind of body it is') })`.
 */

const LINE_MOST = 500
const TEXT_MOST = 100_000
const SEVERAL_MOST = 5_000

/** Words that must be there, on one line. */
export function text(missing: string, most = LINE_MOST) {
  return typed(most).refine((value) => value !== '', missing)
}

/** Words that may be left blank: then ''. */
export function optionalText(most = LINE_MOST) {
  return z.preprocess((value) => value ?? '', typed(most))
}

/** Paragraphs; the browser's line ends become plain ones. */
export function longText(missing: string, most = TEXT_MOST) {
  return text(missing, most)
}

export function optionalLongText(most = TEXT_MOST) {
  return optionalText(most)
}

function typed(most: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '').trim() : ''),
    z.string().max(most, `This is too long. Keep it to ${most.toLocaleString('en-GB')} characters.`),
  )
}

/** One of a list: radios or a select. */
export function choice<const Options extends readonly [string, ...string[]]>(options: Options, missing: string) {
  return z.enum(options, { error: missing })
}

/** One of a list, or nothing chosen: null. */
export function optionalChoice<const Options extends readonly [string, ...string[]]>(options: Options) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), z.enum(options).nullable())
}

/** Any of a list: checkboxes. */
export function choices<const Options extends readonly [string, ...string[]]>(options: Options) {
  return several(z.enum(options))
}

/**
 * Whatever was ticked or sent under one name, and in groups of boxes under `name.0`, `name.1`, so that each has ids of its own: a browser sends nothing, one
 * word or several. `missing` is said where nothing was; without it that may be.
 */
export function several<Each extends z.ZodType>(each: Each, missing?: string) {
  const sent = (value: unknown) => [value ?? []].flat(2).filter((one) => one !== '' && one !== undefined)
  return z.preprocess(
    sent,
    z
      .array(each)
      .min(missing === undefined ? 0 : 1, missing)
      .max(SEVERAL_MOST, `Send at most ${SEVERAL_MOST.toLocaleString('en-GB')} at once.`),
  )
}

/** One box to tick. */
export function ticked() {
  return z.preprocess((value) => value !== undefined && value !== '', z.boolean())
}

export function email(missing = 'Enter an e-mail address, for example name@example.gov.uk') {
  return text(missing, 254)
    .transform((value) => value.toLowerCase())
    .refine(
      (value) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/.test(value),
      'Enter an e-mail address in the right form, for example name@example.gov.uk',
    )
}

const dateParts = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? value : {}),
  z.object({ day: optionalText(10), month: optionalText(20), year: optionalText(10) }),
)

/** A day in three boxes; months may be words. `what` begins the sentence: `The meeting’s date`. */
export function day(missing: string, what = 'The date') {
  return dateParts.transform((parts, context) => readDay(parts, context, missing, what) ?? z.NEVER)
}

/** A day that may be left blank: null. */
export function optionalDay(what = 'The date') {
  return dateParts.transform((parts, context) =>
    parts.day + parts.month + parts.year === '' ? null : (readDay(parts, context, '', what) ?? z.NEVER),
  )
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function readDay(
  parts: { day: string; month: string; year: string },
  context: z.RefinementCtx,
  missing: string,
  what: string,
): string | null {
  const blank = (['day', 'month', 'year'] as const).filter((part) => parts[part] === '')
  const named = MONTHS.indexOf(parts.month.slice(0, 3).toLowerCase()) + 1
  const date = calendarDate(Number(parts.year), named || Number(parts.month), Number(parts.day))
  if (blank.length === 0 && date && isCalendarDate(date) && /^\d{4}$/.test(parts.year)) return date
  const message =
    blank.length === 3
      ? missing
      : blank.length > 0
        ? `${what} must include a ${blank.join(' and a ')}`
        : `${what} must be a real date, for example 31 3 2027`
  context.addIssue({ code: 'custom', message })
  return null
}

/** A file that must be chosen. A browser sends an empty one where none was. */
export function file(missing: string) {
  return z.custom<SentFile>(
    (value) => typeof value === 'object' && value !== null && 'bytes' in value && (value as SentFile).bytes.length > 0,
    missing,
  )
}

/** One file or several; what a browser sends where none was chosen is left out. */
export function files(missing: string, most: number) {
  return z.preprocess(chosenFiles, z.array(z.custom<SentFile>()).min(1, missing).max(most, `Choose at most ${most} files at once.`))
}

/** Files that need not be chosen. */
export function optionalFiles(most: number) {
  return z.preprocess(chosenFiles, z.array(z.custom<SentFile>()).max(most, `Choose at most ${most} files at once.`))
}

function chosenFiles(value: unknown): unknown[] {
  return [value].flat().filter((each) => typeof each === 'object' && each !== null && 'bytes' in each && isChosen(each as SentFile))
}

function isChosen({ name, bytes }: SentFile): boolean {
  return name !== '' || bytes.length > 0
}

/** A file that need not be chosen: null. */
export function optionalFile() {
  return z.preprocess(
    (value) => (typeof value === 'object' && value !== null && 'bytes' in value && (value as SentFile).bytes.length > 0 ? value : null),
    z.custom<SentFile | null>(() => true),
  )
}
