import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { choice, optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Form, Radios, TextInput } from '../platform/web/form-fields.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { extensionRule } from './extension.queries.ts'
import { saveExtensionRule } from './save-extension-rule.ts'

const administrators = { config: { role: 'administrator' as const } }

const ruleForm = z.object({
  version: z.coerce.number().int().min(0),
  grantedBy: choice(['decision', 'freeze'], 'Choose who grants later dates'),
  who: optionalText(200),
})

/** Who grants later dates in this council. */
export async function extensionRulePages(app: FastifyInstance): Promise<void> {
  app.get('/settings/extensions', administrators, (request, reply) => show(request, reply))
  app.post('/settings/extensions', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: ruleForm,
      again: (form) => show(request, reply, form),
      work: async (trx, { version, ...said }) => {
        await saveExtensionRule(trx, officerOf(request), version, said)
        return { goTo: '/settings/extensions', say: 'It was saved.' }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const rule = await inOfficersCouncil(request, extensionRule)
  const form = typed ?? filledForm(rule)
  return reply.page(
    {
      title: 'Who grants later dates?',
      under: '/settings',
      breadcrumbs: [{ text: 'Settings', href: '/settings' }],
      form: typed ?? filledForm(),
    },
    <Form>
      <input type="hidden" name="version" value={rule.version} />
      <p class="govuk-body">
        When an update gives a new date, it asks for one. Until the date is granted, the promise that was made before stands, and it counts
        as late once it has passed.
      </p>
      <Radios
        form={form}
        name="grantedBy"
        label="How is a later date granted?"
        choices={[
          {
            value: 'decision',
            text: 'Somebody decides on each',
            hint: 'An officer records what was decided, and why. What is not decided stays a request.',
            more: (
              <TextInput
                form={form}
                name="who"
                label="Who decides, as you would say it?"
                hint="For example ‘The committee’ or ‘The Scrutiny Board, on the director’s advice’"
              />
            ),
          },
          {
            value: 'freeze',
            text: 'All dates given stand when the round is frozen',
            hint: 'Each becomes the next promise with the round, without a decision.',
          },
        ]}
      />
      <Button text="Save" />
    </Form>,
  )
}
