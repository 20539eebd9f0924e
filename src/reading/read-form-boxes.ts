import { chosenIn } from './chosen-box.ts'
import { lines, pick, unplace, words } from './form-boxes.ts'
import type { FormBox } from './form-boxes.ts'
import type { FormField } from './form-labels.ts'
import { updatesOf } from './form-updates.ts'
import { plannedIn } from './nested-actions.ts'
import { readOwners } from './owners.ts'
import { partsOfWords } from './part-labels.ts'
import { titleAbove } from './read-particulars.ts'
import { scaleInUse } from './read-scale.ts'
import type { ReadingContext } from './reading-context.ts'
import type { ReadAction, ReadRecommendation, ReadReview } from './reading.ts'
import { addCrossRefs, leadingRef, paragraphRefs, refOf } from './references.ts'
import { forgetClosing } from './refused-and-closed.ts'
import { answerInProse } from './response-answers.ts'
import { readTimescale, readTimescales } from './timescales.ts'

const OF_REVIEW: ReadonlySet<FormField | null> = new Set(['review', 'link', 'agreed', 'round'])

/** The review that a run of boxes makes: those before the first recommendation speak of the review, each recommendation begins a form. */
export function readFormBoxes(boxes: readonly FormBox[], firstBlock: number, context: ReadingContext): ReadReview {
  const forms: FormBox[][] = []
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
  const link = readOwners(lines(pick(head, 'link'))).owners
  if (link.length > 0) review.link_officers = link
  const agreed = words(pick(head, 'agreed'))
  if (agreed !== '') review.action_plan_agreed = agreed
  for (const box of head) if (box.field === null && (words(box) || box.label)) unplace(box, context)
  return review
}

/** `Recommendation 3` across the form, and its words in the box below. */
function namesAgain(box: FormBox, form: FormBox[]): boolean {
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
function begins(box: FormBox, form: FormBox[] | undefined): boolean {
  if (box.field === 'recommendation') return !form || form.some((one) => one.field !== 'ref' && one.field !== 'theme')
  if (box.field !== 'ref') return false
  return !form || form.some((one) => one.field === 'recommendation' && (words(one).length > 12 || one.ref === undefined))
}

function titleOfForms(head: readonly FormBox[], firstBlock: number, context: ReadingContext): string {
  return words(pick(head, 'review')) || titleAbove(context.document.blocks, Math.max(0, firstBlock)) || (context.heading ?? '')
}

function readRecommendation(form: FormBox[], at: number, headRound: string, context: ReadingContext): ReadRecommendation {
  const box = pick(form, 'recommendation')
  const whole = words(box)
  const leading = leadingRef(whole)
  const given = box?.ref ?? refOf(words(pick(form, 'ref'))) ?? (leading && /\d/.test(leading.ref) ? leading.ref : null)
  const ref = given ?? String(at + 1)
  if (given === null)
    context.doubts.push({ place: form[0]?.place, ref, field: 'ref', why: 'The form gives no number: its place among the forms was taken.' })
  const { text, parts } = partsOfWords(given !== null && leading?.ref === given ? leading.rest : whole)
  const owners = readOwners(lines(pick(form, 'owner')))
  const recommendation: ReadRecommendation = {
    ref,
    text,
    owners: owners.owners,
    due: readTimescales(lines(pick(form, 'due'))),
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
  if (response !== '') recommendation.response = { text: chosenIn(response), ...answerInProse(response) }
  const planned = plannedIn(pick(form, 'action')?.blocks ?? [], ref)
  if (planned) Object.assign(recommendation, planned)
  else recommendation.actions = actionsOf(form, recommendation)
  recommendation.updates = updatesOf(form, headRound, ref, context)
  for (const one of form) if (one.field === null && (words(one) || one.label)) unplace(one, context)
  forgetClosing(recommendation)
  return recommendation
}

/** The agreed action is one, however many paragraphs it has. */
function actionsOf(form: FormBox[], { owners, due }: ReadRecommendation): ReadAction[] {
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

function isNothing(text: string): boolean {
  return /^\W*(?:n\/?a|none|nil|not applicable)?\W*$/i.test(text)
}
