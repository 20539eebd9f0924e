import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { contrast } from '../platform/web/council-sheet.ts'
import { optionalLongText, text } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { Button, Form, HiddenField, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { Details } from '../platform/web/page-parts.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { correctCouncil } from './correct-council.ts'
import { actingCouncil } from './council.queries.ts'

/** Edges and large letters must stand out from white by this much (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3

const colour = text('Enter a colour, for example #1d4f6e')
  .transform((value) => `#${value.replace(/^#/, '').toLowerCase()}`)
  .refine((value) => /^#[0-9a-f]{6}$/.test(value), 'Enter the colour as # and six letters or digits, for example #1d4f6e')
  .refine(
    (value) => !/^#[0-9a-f]{6}$/.test(value) || contrast(value, '#ffffff') >= LEAST_CONTRAST,
    'This colour is too pale to be seen on white. Choose a darker one.',
  )

const councilForm = z.object({
  name: text('Enter the council’s name', 200),
  colour,
  contact: optionalLongText(1000),
  version: z.coerce.number(),
})

const SETTINGS = { text: 'Settings', href: '/settings' }
const administrators = { config: { role: 'administrator' as const } }

/** What the council is called and how its pages look. */
export async function councilPages(app: FastifyInstance): Promise<void> {
  const show = (reply: FastifyReply, form: FilledForm) =>
    reply.page({ title: 'Council', under: '/settings', breadcrumbs: [SETTINGS], form }, <CouncilForm form={form} />)

  app.get('/settings/council', administrators, async (request, reply) =>
    show(reply, filledForm(await inOfficersCouncil(request, actingCouncil))),
  )

  app.post('/settings/council', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: councilForm,
      again: (form) => show(reply, form),
      work: async (trx, { version, ...said }) => {
        await correctCouncil(trx, officerOf(request), said, version)
        return { goTo: '/settings/council', say: 'The council’s settings were saved.' }
      },
    }),
  )
}

function CouncilForm({ form }: { form: FilledForm }) {
  return (
    <Form>
      <HiddenField form={form} name="version" />
      <TextInput form={form} name="name" label="Name" hint="At the top of every page and paper" />
      <TextInput
        form={form}
        name="colour"
        label="Colour"
        width={10}
        hint="The council’s main colour, from its brand guide, for example #1d4f6e"
      />
      <Details summary="How readable the colour is">
        <ColourReport colour={String(form.values.colour ?? '')} />
      </Details>
      <TextArea form={form} name="contact" label="Address and contact for scrutiny" hint="At the head of papers" rows={4} />
      <Button text="Save" />
    </Form>
  )
}

function ColourReport({ colour: shown }: { colour: string }) {
  if (!/^#[0-9a-f]{6}$/.test(shown)) return <p class="govuk-body">Save a colour to see.</p>
  const onWhite = contrast(shown, '#ffffff')
  return (
    <p class="govuk-body">
      {`On white it stands out ${onWhite.toFixed(1)} to 1. `}
      {onWhite >= 4.5
        ? 'Links and buttons use it.'
        : 'That is enough for bands and edges, not for words: links stay blue, and words on the colour are set in whichever of black and white reads better.'}
    </p>
  )
}
