import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { BothTexts } from '../platform/web/both-texts.tsx'
import { optionalChoice, optionalDay, optionalLongText, optionalText } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { Button, DateInput, Form, Radios, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import type { Trx } from '../platform/database/database.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { Details, Lines } from '../platform/web/page-parts.tsx'
import { ANSWERS } from '../reading/reading.ts'
import { addPart } from './add-recommendation.ts'
import { correctWording } from './correct-wording.ts'
import { echoOf } from './change-timescale.ts'
import { recommendationAddress, recommendationAt } from './recommendation-address.queries.ts'
import { recommendationOf, type RecommendationFound } from './recommendation.pages.tsx'
import { titleOf } from './recommendation.views.tsx'
import { ANSWER_WORDS, faultOfResponse, recordResponse } from './record-response.ts'
import { stateOwners } from './state-owners.ts'
import { answerTimescale, askTimescale, type Promising } from './timescale.form.tsx'
import {
  additionForm,
  bothOf,
  linesOf,
  ReferenceFields,
  version,
  wordingForm,
  WordingFields,
  wordingNow,
  wordingTyped,
} from './wording.form.tsx'

const AT = '/reviews/:review/recommendations/:slug'

const ownersForm = z.object({ seen: optionalLongText(), owners: optionalLongText() })
const responseForm = z.object({
  version: version(),
  answer: optionalChoice(ANSWERS),
  text: optionalLongText(),
  willDo: optionalLongText(),
  willDoBy: optionalText(),
  givenBy: optionalText(),
  givenOn: optionalDay('The day of the answer'),
})

/** What an officer may add to a recommendation or correct in it, a page each. */
export async function correctionPages(app: FastifyInstance): Promise<void> {
  app.get(`${AT}/wording`, async (request, reply) => {
    const found = await load(request)
    return showWording(reply, found, wordingNow(found.recommendation))
  })
  app.post(`${AT}/wording`, (request, reply) =>
    submitForm(request, reply, {
      schema: wordingForm,
      again: async (form) => showWording(reply, await load(request), form),
      work: async (trx, { version: basedOn, reason, ...typed }) => {
        const at = await recommendationAt(trx, ...placeOf(request))
        await correctWording(trx, officerOf(request), at, basedOn, wordingTyped(typed), reason)
        return { goTo: at.address, say: 'The wording was corrected. The earlier one is kept.' }
      },
    }),
  )

  app.get(`${AT}/owners`, async (request, reply) => {
    const found = await load(request)
    return showOwners(reply, found, filledForm({ owners: found.recommendation.owners.join('\n') }))
  })
  app.post(`${AT}/owners`, (request, reply) =>
    submitForm(request, reply, {
      schema: ownersForm,
      again: async (form) => showOwners(reply, await load(request), form),
      work: async (trx, { seen, owners }) => {
        const at = await recommendationAt(trx, ...placeOf(request))
        await stateOwners(trx, officerOf(request), { recommendationId: at.id }, at.address, linesOf(seen), linesOf(owners))
        return { goTo: at.address, say: 'The owners were changed.' }
      },
    }),
  )

  app.get(`${AT}/response`, async (request, reply) => {
    const found = await load(request)
    return showResponse(reply, found, filledForm({ ...found.recommendation.response }))
  })
  app.post(`${AT}/response`, (request, reply) =>
    submitForm(request, reply, {
      schema: responseForm,
      again: async (form) => showResponse(reply, await load(request), form),
      work: async (trx, { version: basedOn, ...response }) => {
        const fault = faultOfResponse(response)
        if (fault) throw new FieldFault(fault.field, fault.words)
        const at = await recommendationAt(trx, ...placeOf(request))
        await recordResponse(trx, officerOf(request), at, basedOn, response)
        return { goTo: at.address, say: 'The response was recorded.' }
      },
    }),
  )

  app.get(`${AT}/timescale`, async (request, reply) => askTimescale(reply, promising(await load(request))))
  app.post(`${AT}/timescale`, (request, reply) => answerTimescale(request, reply, async (trx) => promising(await load(request, trx))))
  // Asked as the words are typed, and by nothing that changes the record.
  app.post('/timescale-meaning', async (request) => {
    const { words } = sentForm(request)
    return echoOf(typeof words === 'string' ? words.slice(0, 500) : '')
  })

  app.get(`${AT}/new-part`, async (request, reply) => showPart(reply, await load(request), filledForm()))
  app.post(`${AT}/new-part`, (request, reply) =>
    submitForm(request, reply, {
      schema: additionForm.extend({ text: optionalLongText() }),
      again: async (form) => showPart(reply, await load(request), form),
      work: async (trx, { owners, timescale, ...typed }) => {
        const at = await recommendationAt(trx, ...placeOf(request))
        const said = { ...wordingTyped(typed), owners: linesOf(owners), timescale }
        await addPart(trx, officerOf(request), placeOf(request)[0], at, said)
        return { goTo: `${at.address}#parts`, say: `Part ${typed.ref} was added.${timescale ? ` ${echoOf(timescale).echo}` : ''}` }
      },
    }),
  )
}

function placeOf(request: FastifyRequest): [string, string] {
  const { review, slug } = request.params as { review: string; slug: string }
  return [review, slug]
}

async function load(request: FastifyRequest, trx?: Trx): Promise<RecommendationFound> {
  return trx ? recommendationOf(trx, request) : inOfficersCouncil(request, (own) => recommendationOf(own, request))
}

function promising({ review, recommendation, whole }: RecommendationFound): Promising {
  const address = recommendationAddress(review.slug, recommendation.slug)
  const title = titleOf(recommendation, whole)
  return {
    owned: { recommendationId: recommendation.id },
    title,
    review: review.title,
    address,
    back: { text: title, href: address },
    timescale: recommendation.timescale,
  }
}

function around({ review, recommendation, whole }: RecommendationFound, title: string, form: FilledForm) {
  const name = titleOf(recommendation, whole)
  return {
    title,
    caption: `${name}, ${review.title}`,
    back: { text: name, href: recommendationAddress(review.slug, recommendation.slug) },
    under: '/reviews',
    form,
  }
}

/** Whether the form was written on something that has changed since: then both texts are shown. */
function isBehind(form: FilledForm, field: string, now: string): boolean {
  const seen = form.values[field]
  return seen !== undefined && [seen].flat().join('\n').replaceAll('\r\n', '\n') !== now
}

function showWording(reply: FastifyReply, found: RecommendationFound, form: FilledForm): FastifyReply {
  const { recommendation } = found
  return reply.page(
    around(found, 'Correct the wording', form),
    <>
      {isBehind(form, 'version', String(recommendation.version)) && <BothTexts fields={bothOf(wordingNow(recommendation), form)} />}
      <Form>
        <input type="hidden" name="version" value={recommendation.version} />
        <WordingFields form={form} />
        <Details summary="Why it matters, and what it refers to" open={form.faults.length > 0}>
          <ReferenceFields form={form} />
        </Details>
        <TextInput
          form={form}
          name="reason"
          label="Why is it corrected?"
          hint="Kept beside the earlier wording, for example “Misprint in the plan”"
        />
        <Button text="Save the correction" />
      </Form>
    </>,
  )
}

function showOwners(reply: FastifyReply, found: RecommendationFound, form: FilledForm): FastifyReply {
  const now = found.recommendation.owners.join('\n')
  return reply.page(
    around(found, 'Who answers for this?', form),
    <>
      {isBehind(form, 'seen', now) && <BothTexts fields={bothOf(filledForm({ owners: now }), form, [['owners', 'Owners']])} />}
      <Form>
        <input type="hidden" name="seen" value={now} />
        <TextArea
          form={form}
          name="owners"
          label="Owners"
          hint="One to a line: a post, a person, a team or an outside body. The first is named first in papers"
          rows={4}
        />
        <Button text="Save the owners" />
      </Form>
    </>,
  )
}

function showResponse(reply: FastifyReply, found: RecommendationFound, form: FilledForm): FastifyReply {
  const { response } = found.recommendation
  const now = filledForm({ ...response, answer: response?.answer ? ANSWER_WORDS[response.answer] : '' })
  const typed = form.values.answer ? ANSWER_WORDS[String(form.values.answer) as keyof typeof ANSWER_WORDS] : ''
  return reply.page(
    around(found, 'What was the answer?', form),
    <>
      {isBehind(form, 'version', String(response?.version ?? 0)) && (
        <BothTexts
          fields={bothOf(now, { ...form, values: { ...form.values, answer: typed } }, [
            ['answer', 'Answer'],
            ['text', 'Reasons'],
            ['willDo', 'What will be done'],
            ['willDoBy', 'By when'],
          ])}
        />
      )}
      <Form>
        <input type="hidden" name="version" value={response?.version ?? 0} />
        <Radios
          form={form}
          name="answer"
          label="Answer"
          choices={ANSWERS.map((answer) => ({ value: answer, text: ANSWER_WORDS[answer] }))}
        />
        <TextArea
          form={form}
          name="text"
          label="Reasons"
          hint="In the words of whoever decided. Needed for anything but a plain yes"
          rows={5}
        />
        <TextArea form={form} name="willDo" label="What will be done" hint="Needed where it is accepted in principle" rows={3} />
        <TextInput form={form} name="willDoBy" label="By when" hint="For example March 2027" width={20} />
        <TextInput
          form={form}
          name="givenBy"
          label="Who answered (optional)"
          hint="For example the Cabinet, or the Cabinet Member for Housing"
        />
        <DateInput form={form} name="givenOn" label="When did they answer? (optional)" />
        <Button text="Save the response" />
      </Form>
    </>,
  )
}

function showPart(reply: FastifyReply, found: RecommendationFound, form: FilledForm): FastifyReply {
  return reply.page(
    around(found, 'Add a part', form),
    <Form>
      <div class="govuk-body">
        <Lines text={found.recommendation.text} />
      </div>
      <TextInput form={form} name="ref" label="Reference of the part" hint="For example a, or ii" width={5} />
      <TextArea form={form} name="text" label="Wording of the part" rows={4} />
      <TextArea form={form} name="owners" label="Owners" hint="One to a line" rows={2} />
      <TextInput
        form={form}
        name="timescale"
        label="The date promised, in words"
        hint="For example March 2027. Leave blank if there is none"
      />
      <Button text="Add the part" />
    </Form>,
  )
}
