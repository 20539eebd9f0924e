import { textOf } from '../platform/documents/source-document.ts'
import { chosenIn } from './chosen-box.ts'
import type { SourceBlock } from '../platform/documents/source-document.ts'
import { colourOfFill, gradeOf, meaningOfGrade, misplacedGrade } from './grades.ts'
import type { GradeFound } from './grades.ts'
import type { FormField } from './form-labels.ts'
import { plannedIn } from './nested-actions.ts'
import { readOwners } from './owners.ts'
import { splitParts, labelOf } from './part-labels.ts'
import { titleAbove } from './read-particulars.ts'
import { scaleInUse } from './read-scale.ts'
import { crossRefs, leadingRef, paragraphRefs, refOf } from './references.ts'
import type { Place, ReadAction, ReadRecommendation, ReadReview, ReadUpdate, ResponseAnswer } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'
import { forgetClosing } from './refused-and-closed.ts'
import { dayPresented } from './rounds.ts'
import { readTimescale, readTimescales } from './timescales.ts'
import { writtenDays, writtenMonth } from './written-days.ts'

/** One box of a form: what its label says and what stands in it. */
export interface FormBox {
  field: FormField | null
  label: string
  blocks: SourceBlock[]
  /** The reference and the round that the label itself names. */
  ref?: string
  round?: string
  fill?: string
  place: Place
}

type Boxes = FormBox[]

const OF_REVIEW: ReadonlySet<FormField | null> = new Set(['review', 'link', 'agreed', 'round'])
const OF_UPDATE: ReadonlySet<FormField | null> = new Set(['evidence', 'assessment', 'explanation', 'impact', 'revised'])

/** The review that a run of boxes makes: those before the first recommendation speak of the review, each recommendation begins a form. */
export function readFormBoxes(boxes: readonly FormBox[], firstBlock: number, context: ReadingContext): ReadReview {
  const forms: Boxes[] = []
  const head: FormBox[] = []
  for (const box of boxes) {
    const form = forms.at(-1)
    if (form && namesAgain(box, form))
      Object.assign(form.find((one) => one.field === 'recommendation') ?? box, { blocks: box.blocks, place: box.place })
    else if (begins(box, form)) forms.push([box])
    else if (form && !OF_REVIEW.has(box.field)) form.push(box)
    else if (form && box.field === 'round') form.push(box)
    else if (form && box.field === 'link') form.push({ ...box, field: 'owner' })
    else head.push(box)
  }
  const scale =
    context.scale ??
    scaleInUse(
      '',
      boxes.filter((box) => box.field === 'assessment').map((box) => words(box)),
    )
  const recommendations = forms.map((form, at) => readRecommendation(form, at, words(pick(head, 'round')), { ...context, scale }))
  addCrossRefs(recommendations)
  const review: ReadReview = { title: titleOfForms(head, firstBlock, context), layout: 'progress-form', scale, recommendations }
  const link = readOwners(lines(pick(head, 'link')?.blocks ?? [])).owners
  if (link.length > 0) review.link_officers = link
  const agreed = words(pick(head, 'agreed'))
  if (agreed !== '') review.action_plan_agreed = agreed
  for (const box of head) if (box.field === null && (words(box) || box.label)) unplace(box, context)
  return review
}

/** `Recommendation 3` across the form, and its words in the box below. */
function namesAgain(box: FormBox, form: Boxes): boolean {
  const named = form.filter((one) => one.field === 'recommendation')
  const alone = form.every((one) => ['recommendation', 'ref', 'theme'].includes(one.field ?? ''))
  return (
    box.field === 'recommendation' &&
    box.ref === undefined &&
    alone &&
    named.length === 1 &&
    named[0]?.ref !== undefined &&
    words(named[0]) === ''
  )
}

/** A recommendation begins a form, unless the form so far holds only its reference or theme. */
function begins(box: FormBox, form: Boxes | undefined): boolean {
  if (box.field === 'recommendation') return !form || form.some((one) => one.field !== 'ref' && one.field !== 'theme')
  if (box.field !== 'ref') return false
  return !form || form.some((one) => one.field === 'recommendation' && (words(one).length > 12 || one.ref === undefined))
}

function titleOfForms(head: readonly FormBox[], firstBlock: number, context: ReadingContext): string {
  return words(pick(head, 'review')) || titleAbove(context.document.blocks, Math.max(0, firstBlock)) || (context.heading ?? '')
}

function readRecommendation(form: Boxes, at: number, headRound: string, context: ReadingContext): ReadRecommendation {
  const box = pick(form, 'recommendation')
  const whole = words(box)
  const leading = leadingRef(whole)
  const given = box?.ref ?? refOf(words(pick(form, 'ref'))) ?? (leading && /\d/.test(leading.ref) ? leading.ref : null)
  const ref = given ?? String(at + 1)
  if (given === null)
    context.doubts.push({ place: form[0]?.place, ref, field: 'ref', why: 'The form gives no number: its place among the forms was taken.' })
  const { text, parts } = partsOf(given !== null && leading?.ref === given ? leading.rest : whole)
  const owners = readOwners(lines(pick(form, 'owner')?.blocks ?? []))
  const recommendation: ReadRecommendation = {
    ref,
    text,
    owners: owners.owners,
    due: readTimescales(lines(pick(form, 'due')?.blocks ?? [])),
    actions: [],
    updates: [],
    place: box?.place ?? form[0]?.place,
  }
  if (parts.length > 0) recommendation.parts = parts
  if (owners.byPart.length > 0) recommendation.owner_parts = owners.byPart
  const theme = words(pick(form, 'theme'))
  if (theme !== '') recommendation.theme = theme
  const measure = words(pick(form, 'measure'))
  if (!isNothing(measure)) recommendation.success_measure = measure
  const paragraphs = paragraphRefs(whole)
  if (paragraphs.length > 0) recommendation.paragraph_refs = paragraphs
  const response = words(pick(form, 'response'))
  if (response !== '') recommendation.response = { text: chosenIn(response), ...answerOf(response) }
  const planned = plannedIn(pick(form, 'action')?.blocks ?? [], ref)
  if (planned) Object.assign(recommendation, planned)
  else recommendation.actions = actionsOf(form, recommendation)
  recommendation.updates = updatesOf(form, headRound, ref, context)
  for (const one of form) if (one.field === null && (words(one) || one.label)) unplace(one, context)
  forgetClosing(recommendation)
  return recommendation
}

/** The agreed action is one, however many paragraphs it has. */
function actionsOf(form: Boxes, { owners, due }: ReadRecommendation): ReadAction[] {
  const box = pick(form, 'action')
  if (!box || isNothing(words(box))) return []
  const action: ReadAction = { text: words(box), owners, place: box.place }
  if (due[0]) action.due = due.length === 1 ? due[0] : readTimescale(due.map((one) => one.text).join('\n'))
  const budget = words(pick(form, 'budget'))
  if (budget !== '') action.budget = budget
  const percent = /\d{1,3}/.exec(words(pick(form, 'percent')))?.[0]
  if (percent) action.percent_complete = Number(percent)
  return [action]
}

/** One update for each round that the labels name; a form without a round has one. */
function updatesOf(form: Boxes, headRound: string, ref: string, context: ReadingContext): ReadUpdate[] {
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
    const of = form.filter(
      (box) => OF_UPDATE.has(box.field) && (box.round === label || (box.round === undefined && at === labels.length - 1)),
    )
    return readUpdate(of, label || words(pick(form, 'round')) || headRound, ref, context)
  })
}

function readUpdate(of: Boxes, round: string, ref: string, context: ReadingContext): ReadUpdate {
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
  const revised = lines(pick(of, 'revised')?.blocks ?? [])
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
function presentedOn(round: string, of: Boxes, context: ReadingContext): string | undefined {
  const label = of.find((box) => box.round === round)?.label ?? round
  const day = dayPresented(label)
  if (day !== undefined || writtenDays(round).length > 0) return day ?? context.documentDate
  return context.documentDate === writtenMonth(round)?.day ? undefined : context.documentDate
}

/** Lettered or roman sub-items at the ends of the lines of a recommendation are its parts; other lists stay in its words. */
export function partsOf(text: string): { text: string; parts: { ref: string; text: string }[] } {
  const all = text.split('\n')
  const from = all.findIndex((line, at) => at > 0 && ['a', 'i'].includes(labelOf(line)?.label ?? ''))
  const parts = from === -1 ? [] : splitParts(all.slice(from).map((line) => line.trim()))
  if (parts.length < 2) return { text, parts: [] }
  return { text: all.slice(0, from).join('\n'), parts: parts.map((one) => ({ ref: one.part, text: one.text })) }
}

/** What the decision-maker says of a recommendation, where the words say it plainly. */
export function answerOf(text: string): { answer?: ResponseAnswer } {
  const head = chosenIn(text).slice(0, 400)
  if (
    /\bnot (?:be )?(?:accepted|agreed|supported)\b|\b(?:do|does|did) not (?:accept|agree|support)\b|\breject(?:ed|s)?\b|\bdisagree/i.test(
      head,
    )
  )
    return { answer: 'rejected' }
  if (/\b(?:part(?:ly|ially)|in part) (?:accept|agree)|\b(?:accepted|agreed) in part\b/i.test(head)) return { answer: 'accepted_in_part' }
  if (/\bin principle\b/i.test(head)) return { answer: 'accepted_in_principle' }
  if (/\baccepted\b|^agreed\b|\b(?:agrees?|accepts?|welcomes?|supports?) (?:with )?(?:the|this|these) recommendation/i.test(head))
    return { answer: 'accepted' }
  return /^noted\b/i.test(head) ? { answer: 'noted' } : {}
}

export function addCrossRefs(recommendations: readonly ReadRecommendation[]): void {
  const known = new Set(recommendations.map((one) => one.ref))
  for (const one of recommendations) {
    const said = [one.text, ...one.actions.map((action) => action.text), ...one.updates.map((update) => update.evidence)].join('\n')
    const refs = crossRefs(said, known, one.ref)
    if (refs.length > 0) one.cross_refs = refs
  }
}

function isNothing(text: string): boolean {
  return /^\W*(?:n\/?a|none|nil|not applicable)?\W*$/i.test(text)
}

function pick(boxes: readonly FormBox[], field: FormField): FormBox | undefined {
  return boxes.find((box) => box.field === field)
}

function words(box: FormBox | undefined): string {
  return box ? textOf(box.blocks).trim() : ''
}

function joined(boxes: readonly FormBox[], field: FormField): string {
  return boxes
    .filter((box) => box.field === field)
    .map(words)
    .filter((text) => text !== '')
    .join('\n')
}

/** The lines of some blocks without the marks of a list. */
export function lines(blocks: readonly SourceBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? (block.list?.marker ? `${block.list.marker} ${block.text}` : block.text).split('\n')
      : textOf([block]).split('\n'),
  )
}

function unplace(box: FormBox, context: ReadingContext): void {
  context.unplaced.push({
    place: box.place,
    text: [box.label, words(box)].filter(Boolean).join(' '),
    why: 'No field is known for this label of the form.',
  })
}
