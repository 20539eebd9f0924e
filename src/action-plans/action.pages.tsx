import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse } from '../platform/core/refusal.ts'
import { BothTexts } from '../platform/web/both-texts.tsx'
import { longText, optionalLongText, optionalText, text } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { Button, Form, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { Lines } from '../platform/web/page-parts.tsx'
import type { Trx } from '../platform/database/database.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import { echoOf } from '../recommendations/change-timescale.ts'
import { recommendationAddress, recommendationAt } from '../recommendations/recommendation-address.queries.ts'
import { recommendationOf, type RecommendationFound } from '../recommendations/recommendation.pages.tsx'
import { titleOf } from '../recommendations/recommendation.views.tsx'
import type { ActionRecord } from '../recommendations/recommendation.ts'
import { answerTimescale, askTimescale, type Promising } from '../recommendations/timescale.form.tsx'
import { bothOf, linesOf, version } from '../recommendations/wording.form.tsx'
import { actionName } from './action.views.tsx'
import type { ActionSaid } from './insert-action.ts'
import { actionAt, addAction, correctAction, withdrawAction } from './write-action.ts'

const AT = '/reviews/:review/recommendations/:slug'
const percent = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace('%', '').trim() : '') || null,
  z.coerce
    .number('Enter a number from 0 to 100')
    .int('Enter a whole number from 0 to 100')
    .min(0, 'Enter a number from 0 to 100')
    .max(100, 'Enter a number from 0 to 100')
    .nullable(),
)
const actionFields = {
  text: longText('Enter what will be done'),
  ref: optionalText(40),
  part: optionalText(40),
  outcome: optionalLongText(),
  owners: optionalLongText(),
  measures: optionalLongText(),
  budget: optionalText(),
  percentComplete: percent,
  rag: optionalText(40),
  performance: optionalLongText(),
}
const additionForm = z.object({ ...actionFields, timescale: optionalText() })
const correctionForm = z.object({ ...actionFields, version: version(), seenOwners: optionalLongText() })
const withdrawalForm = z.object({ version: version(), reason: text('Enter why the action is withdrawn') })

/** The actions of a recommendation: added, corrected, promised and withdrawn, a page each. */
export async function actionPages(app: FastifyInstance): Promise<void> {
  app.get(`${AT}/new-action`, async (request, reply) => showAddition(reply, await load(request), filledForm()))
  app.post(`${AT}/new-action`, (request, reply) =>
    submitForm(request, reply, {
      schema: additionForm,
      again: async (form) => showAddition(reply, await load(request), form),
      work: async (trx, { owners, timescale, ...typed }) => {
        const at = await recommendationAt(trx, ...placeOf(request))
        await addAction(trx, officerOf(request), at, { ...actionTyped(typed), owners: linesOf(owners), timescale })
        return { goTo: `${at.address}#actions`, say: `The action was added.${timescale ? ` ${echoOf(timescale).echo}` : ''}` }
      },
    }),
  )

  app.get(`${AT}/actions/:position`, async (request, reply) => {
    const found = await loadAction(request)
    return showCorrection(reply, found, actionNow(found.action))
  })
  app.post(`${AT}/actions/:position`, (request, reply) =>
    submitForm(request, reply, {
      schema: correctionForm,
      again: async (form) => showCorrection(reply, await loadAction(request), form),
      work: async (trx, { version: basedOn, seenOwners, owners, ...typed }) => {
        const at = await recommendationAt(trx, ...placeOf(request))
        const action = await actionAt(trx, at, positionOf(request))
        await correctAction(trx, officerOf(request), action, basedOn, actionTyped(typed), {
          seen: linesOf(seenOwners),
          names: linesOf(owners),
        })
        return { goTo: `${at.address}#actions`, say: 'The action was corrected. What it said before is kept.' }
      },
    }),
  )

  app.get(`${AT}/actions/:position/timescale`, async (request, reply) => askTimescale(reply, promising(await loadAction(request))))
  app.post(`${AT}/actions/:position/timescale`, (request, reply) =>
    answerTimescale(request, reply, async (trx) => promising(await loadAction(request, trx))),
  )

  app.get(`${AT}/actions/:position/withdrawal`, async (request, reply) => showWithdrawal(reply, await loadAction(request), filledForm()))
  app.post(`${AT}/actions/:position/withdrawal`, (request, reply) =>
    submitForm(request, reply, {
      schema: withdrawalForm,
      again: async (form) => showWithdrawal(reply, await loadAction(request), form),
      work: async (trx, { version: basedOn, reason }) => {
        const at = await recommendationAt(trx, ...placeOf(request))
        await withdrawAction(trx, officerOf(request), await actionAt(trx, at, positionOf(request)), basedOn, reason)
        return { goTo: `${at.address}#actions`, say: 'The action was withdrawn. What was said of it stays on the record.' }
      },
    }),
  )
}

interface ActionFound extends RecommendationFound {
  action: ActionRecord
}

function placeOf(request: FastifyRequest): [string, string] {
  const { review, slug } = request.params as { review: string; slug: string }
  return [review, slug]
}

function positionOf(request: FastifyRequest): number {
  const { position } = request.params as { position: string }
  return /^\d{1,6}$/.test(position) ? Number(position) : refuse('not-found', 'There is no such action.')
}

async function load(request: FastifyRequest, trx?: Trx): Promise<RecommendationFound> {
  return trx ? recommendationOf(trx, request) : inOfficersCouncil(request, (own) => recommendationOf(own, request))
}

async function loadAction(request: FastifyRequest, trx?: Trx): Promise<ActionFound> {
  const found = await load(request, trx)
  const action = found.recommendation.actions.find((one) => one.position === positionOf(request))
  return action ? { ...found, action } : refuse('not-found', 'There is no such action. It may have been withdrawn: see the recommendation.')
}

function promising({ review, recommendation, whole, action }: ActionFound): Promising {
  const href = recommendationAddress(review.slug, recommendation.slug)
  const of = titleOf(recommendation, whole)
  return {
    owned: { actionId: action.id },
    title: `${actionName(action)} of ${of}`,
    review: review.title,
    address: `${href}/actions/${action.position}`,
    back: { text: of, href: `${href}#actions` },
    timescale: action.timescale,
  }
}

type Typed = Omit<z.output<z.ZodObject<typeof actionFields>>, 'owners'>

function actionTyped(typed: Typed): ActionSaid {
  const { text: words, ref, part, outcome, measures, budget, percentComplete, rag, performance } = typed
  return {
    text: words,
    ref: ref || null,
    part: part || null,
    outcome: outcome || null,
    measures: linesOf(measures),
    budget: budget || null,
    percentComplete,
    rag: rag || null,
    performance: performance || null,
  }
}

function actionNow(action: ActionRecord): FilledForm {
  return filledForm({ ...action, owners: action.owners.join('\n'), measures: action.measures.join('\n'), timescale: null })
}

function around({ review, recommendation, whole }: RecommendationFound, title: string, form: FilledForm) {
  const name = titleOf(recommendation, whole)
  const href = `${recommendationAddress(review.slug, recommendation.slug)}#actions`
  return { title, caption: `${name}, ${review.title}`, back: { text: name, href }, under: '/reviews', form }
}

function showAddition(reply: FastifyReply, found: RecommendationFound, form: FilledForm): FastifyReply {
  return reply.page(
    around(found, 'Add an action', form),
    <Form>
      <ActionFields form={form} />
      <TextInput
        form={form}
        name="timescale"
        label="The date promised, in words"
        hint="For example March 2027. Leave blank if there is none"
      />
      <Button text="Add the action" />
    </Form>,
  )
}

const LABELS = [
  ['text', 'What will be done'],
  ['outcome', 'Outcome wanted'],
  ['owners', 'Owners'],
  ['measures', 'How we will know'],
  ['budget', 'Budget'],
  ['percentComplete', 'Complete'],
  ['rag', 'RAG'],
  ['performance', 'Performance'],
] as const

function showCorrection(reply: FastifyReply, found: ActionFound, form: FilledForm): FastifyReply {
  const { action } = found
  const owners = action.owners.join('\n')
  const typed = (name: string) => [form.values[name] ?? ''].flat().join('\n').replaceAll('\r\n', '\n')
  const behind = form.values.seenOwners !== undefined && (typed('version') !== String(action.version) || typed('seenOwners') !== owners)
  return reply.page(
    around(found, `Correct ${actionName(action).toLowerCase()}`, form),
    <>
      {behind && <BothTexts fields={bothOf(actionNow(action), form, LABELS)} />}
      <Form>
        <input type="hidden" name="version" value={action.version} />
        <input type="hidden" name="seenOwners" value={owners} />
        <ActionFields form={form} />
        <Button text="Save the correction" />
      </Form>
    </>,
  )
}

function showWithdrawal(reply: FastifyReply, found: ActionFound, form: FilledForm): FastifyReply {
  return reply.page(
    around(found, `Withdraw ${actionName(found.action).toLowerCase()}`, form),
    <>
      <Lines text={found.action.text} />
      <p class="govuk-body">
        The plan will be without it, and later rounds will not ask about it. What was said of it stays on the record.
      </p>
      <Form>
        <input type="hidden" name="version" value={found.action.version} />
        <TextInput form={form} name="reason" label="Why is it withdrawn?" />
        <Button text="Withdraw the action" kind="warning" />
      </Form>
    </>,
  )
}

function ActionFields({ form }: { form: FilledForm }) {
  return (
    <>
      <TextArea form={form} name="text" label="What will be done" rows={4} />
      <TextArea form={form} name="owners" label="Owners" hint="One to a line: a post, a person, a team or an outside body" rows={3} />
      <TextArea form={form} name="outcome" label="Outcome wanted" rows={2} />
      <TextArea form={form} name="measures" label="How we will know" hint="Measures of success, one to a line" rows={3} />
      <TextInput form={form} name="budget" label="Budget" hint="For example £40,000, or Nil" width={20} />
      <TextInput form={form} name="percentComplete" label="How much is done" suffix="%" width={3} inputmode="numeric" />
      <TextInput form={form} name="rag" label="RAG" hint="For example Green. Leave blank if the plan has none" width={10} />
      <TextInput
        form={form}
        name="ref"
        label="Reference of the action"
        hint="As printed, for example 1.2. Leave blank if it has none"
        width={5}
      />
      <TextInput
        form={form}
        name="part"
        label="Part of the recommendation that it serves"
        hint="For example a. Leave blank for the whole"
        width={5}
      />
      <TextArea form={form} name="performance" label="Performance" hint="What the measures show, if the plan keeps it here" rows={2} />
    </>
  )
}
