import { joined, lines, pick, unplace, words } from './form-boxes.ts'
import type { FormBox } from './form-boxes.ts'
import type { FormField } from './form-labels.ts'
import { colourOfFill, gradeOf, meaningOfGrade, misplacedGrade } from './grades.ts'
import type { GradeFound } from './grades.ts'
import type { ReadingContext } from './reading-context.ts'
import type { ReadUpdate } from './reading.ts'
import { dayPresented } from './rounds.ts'
import { readTimescales } from './timescales.ts'
import { writtenDays, writtenMonth } from './written-days.ts'

const OF_UPDATE: ReadonlySet<FormField | null> = new Set(['evidence', 'assessment', 'explanation', 'impact', 'revised'])

/** One update for each round that the labels name; a form without a round has one. */
export function updatesOf(form: FormBox[], headRound: string, ref: string, context: ReadingContext): ReadUpdate[] {
  const said = form.filter((box) => OF_UPDATE.has(box.field))
  // Reasons beside an answer are reasons for it, where nothing is said of progress.
  if (pick(form, 'response') && said.every((box) => box.field === 'explanation')) {
    for (const box of said) unplace(box, context)
    return []
  }
  const rounds = [...new Set(said.map((box) => box.round ?? ''))]
  const named = rounds.filter((round) => round !== '')
  const labels = named.length > 0 ? named : rounds
  return labels.map((label, at) => {
    const of = said.filter((box) => box.round === label || (box.round === undefined && at === labels.length - 1))
    return readUpdate(of, label || words(pick(form, 'round')) || headRound, ref, context)
  })
}

function readUpdate(of: FormBox[], round: string, ref: string, context: ReadingContext): ReadUpdate {
  const assessment = pick(of, 'assessment')
  const update: ReadUpdate = {
    round,
    evidence: joined(of, 'evidence'),
    assessment_text: words(assessment),
    grade: null,
    impact: joined(of, 'impact'),
  }
  const found = gradeOf(words(assessment), context.scale)
  if (found.grade !== null) {
    update.grade = found.grade
    if (found.rest !== '') update.explanation = found.rest
    if (found.doubt) context.doubts.push({ place: assessment?.place, ref, field: 'grade', why: found.doubt })
  } else if (!gradeByColour(update, assessment, context)) gradeElsewhere(update, ref, assessment, context)
  const given = joined(of, 'explanation')
  if (given !== '') update.explanation = update.explanation ? `${update.explanation}\n${given}` : given
  const revised = lines(pick(of, 'revised'))
  const [date] = readTimescales(revised)
  if (date) update.revised_due = date
  const presented = presentedOn(round, of, context)
  if (presented) update.presented_on = presented
  if (!pick(of, 'assessment')) delete update.assessment_text
  if (!pick(of, 'impact')) delete update.impact
  update.place = (pick(of, 'evidence') ?? of[0])?.place
  return update
}

/** A status given by the colour of an empty box means what the document's key says of that colour. */
function gradeByColour(update: ReadUpdate, box: FormBox | undefined, context: ReadingContext): boolean {
  const colour = box && words(box) === '' ? colourOfFill(box.fill) : null
  const grade = colour === null ? undefined : context.scale?.grades.find((one) => one.colour === colour)
  if (!grade) return false
  update.grade = meaningOfGrade(grade)
  update.assessment_text = grade.label
  return true
}

/** An assessment without a grade: the grade may stand at the head of another box, and is cut from its words there. */
function gradeElsewhere(update: ReadUpdate, ref: string, assessment: FormBox | undefined, context: ReadingContext): void {
  const words = update.assessment_text ?? ''
  if (words !== '') update.explanation = words
  for (const field of ['evidence', 'impact'] as const) {
    const found: GradeFound | null = misplacedGrade(update[field] ?? '', context.scale)
    if (!found || (found.rest === '' && field === 'impact')) continue
    const said = update[field] ?? ''
    update.grade = found.grade
    update[field] = found.rest
    if (!assessment) continue
    update.grade_words = said
      .trim()
      .slice(0, said.trim().length - found.rest.length)
      .trim()
    update.grade_found_in = field
    context.doubts.push({ place: assessment.place, ref, field: 'grade', why: `The grade stands in the box for ${field}.` })
    return
  }
}

/** The day of the meeting where the round says a day, or where the document's own date is one that the round does not merely repeat. */
function presentedOn(round: string, of: FormBox[], context: ReadingContext): string | undefined {
  const label = of.find((box) => box.round === round)?.label ?? round
  const day = dayPresented(label)
  if (day !== undefined || writtenDays(round).length > 0) return day ?? context.documentDate
  return context.documentDate === writtenMonth(round)?.day ? undefined : context.documentDate
}
