import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, DateInput, Form, Select } from '../platform/web/form-fields.tsx'
import { submitForm } from '../platform/web/submit-form.ts'
import { absenceForm, choicesOf } from './contact.form.ts'
import { slugOf } from './contact.pages.tsx'
import { absencesFrom, contactAt, listContacts } from './contact.queries.ts'
import type { Absence, Contact } from './contact.ts'
import { absenceWords } from './contact.views.tsx'
import { endAbsence, recordAbsence } from './record-absence.ts'

/** When a contact is away, and who covers. */
export async function absencePages(app: FastifyInstance): Promise<void> {
  app.get('/contacts/:slug/absence', (request, reply) => show(request, reply, filledForm()))
  app.post('/contacts/:slug/absence', (request, reply) =>
    submitForm(request, reply, {
      schema: absenceForm,
      again: (form) => show(request, reply, form),
      work: async (trx, said) => {
        const contact = await contactAt(trx, slugOf(request))
        await recordAbsence(trx, officerOf(request), contact, said)
        return { goTo: `/contacts/${contact.slug}`, say: `The days when ${contact.name} is away were saved.` }
      },
    }),
  )
  app.post('/contacts/:slug/absence/:id/end', (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => show(request, reply, form),
      work: async (trx) => {
        const contact = await contactAt(trx, slugOf(request))
        await endAbsence(trx, officerOf(request), contact, (request.params as { id: string }).id)
        return { goTo: `/contacts/${contact.slug}`, say: `This absence of ${contact.name} holds no more.` }
      },
    }),
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { contact, contacts, absences } = await inOfficersCouncil(request, async (trx) => ({
    contact: await contactAt(trx, slugOf(request)),
    contacts: await listContacts(trx),
    absences: await absencesFrom(trx, today(request.server.clock())),
  }))
  const back = { text: contact.name, href: `/contacts/${contact.slug}` }
  const own = absences.filter(({ contactId }) => contactId === contact.id)
  return reply.page(
    { title: `When is ${contact.name} away?`, under: '/rounds', back, form },
    <AbsencePage form={form} contact={contact} contacts={contacts} absences={own} />,
  )
}

interface AbsencePageProps {
  form: FilledForm
  contact: Contact
  contacts: Contact[]
  absences: Absence[]
}

function AbsencePage({ form, contact, contacts, absences }: AbsencePageProps) {
  return (
    <>
      {absences.map((absence) => (
        <Form action={`/contacts/${contact.slug}/absence/${absence.id}/end`} label={absenceWords(absence, contacts)}>
          <p class="govuk-body">{`Away ${absenceWords(absence, contacts)}.`}</p>
          <Button text={`Back, or said in error: ${absenceWords(absence, contacts).split(';')[0]}`} kind="secondary" />
        </Form>
      ))}
      <Form>
        <DateInput form={form} name="from" label="First day away" hint="For example 14 12 2026" />
        <DateInput form={form} name="until" label="Last day away (optional)" hint="Leave blank where it is not known" />
        <Select
          form={form}
          name="coverId"
          label="Who covers? (optional)"
          hint="They get the messages on these days. Without cover, messages go to the person who is away."
          blank="Nobody, or not known"
          choices={choicesOf(contacts, contact)}
        />
        <Button text="Save" />
      </Form>
    </>
  )
}
