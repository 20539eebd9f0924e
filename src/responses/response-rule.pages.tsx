import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { stepOf } from '../messages/message-steps.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { optionalChoice, optionalText, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Form, HiddenField, Select, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { InsetText } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { Table } from '../platform/web/table.tsx'
import { responseRule } from './response-rule.queries.ts'
import { faultOfStep, RESPONSE_STEPS, whenOfStep, type ResponseRule, type ResponseStep } from './response-steps.ts'
import { saveResponseRule } from './save-response-rule.ts'

const administrators = { config: { role: 'administrator' as const } }
const MOST_STEPS = 12

export const months = () =>
  z.coerce
    .number('Enter the months as a whole number, for example 2')
    .int('Enter the months as a whole number, for example 2')
    .min(1, 'Enter at least 1 month.')
    .max(12, 'Enter at most 12 months.')

const row = z.object({ step: optionalChoice(RESPONSE_STEPS), days: optionalText(10), byItself: ticked() })

/** The rule as it is entered: a row without a step is left out; before or after the last day is the step's own sense. */
const ruleForm = z
  .object({
    version: z.coerce.number().int().min(0),
    months: months(),
    steps: z.preprocess((value) => value ?? [], z.array(row).max(MOST_STEPS)),
  })
  .transform(({ steps, ...said }, context) => {
    const entered = steps.flatMap(({ step, days, byItself }, at): ResponseStep[] => {
      if (step === null) return []
      const fault = (message: string) => context.addIssue({ code: 'custom', path: ['steps', at, 'days'], message })
      if (!/^\d{1,3}$/.test(days)) {
        fault('Enter the days as a number, for example 14')
        return []
      }
      const found = { step, days: step === 'response-reminder' ? -Number(days) : Number(days), byItself }
      const wrong = faultOfStep(found)
      if (wrong) fault(wrong)
      return [found]
    })
    return { ...said, steps: entered }
  })

/** How long the council gives for a response, and when whoever must respond is written to. */
export async function responseRulePages(app: FastifyInstance): Promise<void> {
  app.get('/settings/responses', administrators, (request, reply) => show(request, reply))
  app.post('/settings/responses', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: ruleForm,
      again: (form) => show(request, reply, form),
      work: async (trx, said) => {
        await saveResponseRule(trx, officerOf(request), said)
        return { goTo: '/settings/responses', say: 'It was saved. It counts from now on; notices that were served keep their day.' }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const rule = await inOfficersCouncil(request, responseRule)
  const form = typed ?? filledForm(opened(rule))
  const breadcrumbs = [{ text: 'Settings', href: '/settings' }]
  return reply.page(
    { title: 'Responses to reports', under: '/settings', breadcrumbs, form, wide: true },
    <RulePage form={form} rule={rule} />,
  )
}

/** The form as it opens: the steps there are, and room for two more. */
function opened({ version, months: count, steps }: ResponseRule): object {
  const rows = steps.map(({ step, days, byItself }) => ({ step, days: String(Math.abs(days)), byItself: byItself ? 'yes' : '' }))
  return {
    version,
    months: count,
    steps: Object.fromEntries([...rows, {}, {}].slice(0, MOST_STEPS).map((each, at) => [at, { step: '', ...each }])),
  }
}

function RulePage({ form, rule }: { form: FilledForm; rule: ResponseRule }) {
  const rows = Object.keys(form.values).filter((name) => /^steps\.\d+\.step$/.test(name)).length
  return (
    <>
      {rule.version === 0 && (
        <InsetText>
          Your council has said nothing of this yet, so it is as Heed has it: two months, by the Local Government Act 2000.
        </InsetText>
      )}
      <Table
        caption="When whoever must respond is written to"
        rows={rule.steps}
        columns={[
          {
            head: 'Message',
            names: true,
            cell: ({ step }) => (
              <a class="govuk-link" href={`/settings/messages/words/${step}`}>
                {stepOf(step).title}
              </a>
            ),
          },
          { head: 'When', cell: whenOfStep },
          { head: 'Goes', cell: ({ byItself }) => (byItself ? 'By itself' : 'After an officer has seen it') },
        ]}
      />
      <h2 class="govuk-heading-m">Change it</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Only while a recommendation has no answer, and only to the person named with the notice.</li>
        <li>What falls on a weekend, a bank holiday or another day without messages goes on the next open day.</li>
        <li>After a break only the latest is sent, never several at once.</li>
      </ul>
      <Form>
        <HiddenField form={form} name="version" />
        <TextInput
          form={form}
          name="months"
          label="Months to respond"
          hint="What a notice offers. Two by the Local Government Act 2000, section 9FE; a notice can say otherwise."
          width={2}
          inputmode="numeric"
        />
        {Array.from({ length: rows }, (_, at) => (
          <fieldset class="govuk-fieldset asking-ladder-step">
            <legend class="govuk-fieldset__legend govuk-visually-hidden">{`Message ${at + 1}`}</legend>
            <Select
              form={form}
              name={`steps.${at}.step`}
              label={`Message ${at + 1}`}
              blank="Leave out"
              choices={RESPONSE_STEPS.map((step) => ({ value: step, text: stepOf(step).title }))}
            />
            <TextInput
              form={form}
              name={`steps.${at}.days`}
              label="Days"
              width={3}
              inputmode="numeric"
              hint={[form.values[`steps.${at}.step`]].flat()[0] === 'response-overdue' ? 'After the last day' : 'Before the last day'}
            />
            <Tick form={form} name={`steps.${at}.byItself`} label="Goes by itself" />
          </fieldset>
        ))}
        <Button text="Save" />
      </Form>
    </>
  )
}
