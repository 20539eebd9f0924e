import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { Button, Form, PasswordInput } from '../platform/web/form-fields.tsx'
import { SummaryList } from '../platform/web/page-parts.tsx'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { changePassword } from './change-password.ts'
import { FreshPassword } from './link.pages.tsx'
import { officerOf } from './officers-council.ts'
import { ROLE_WORDS } from './people.views.tsx'
import { accountWithPassword, weaknessOf } from './password.ts'
import { attemptSucceeded, noteAttempt } from './sign-in-limits.ts'

const given = (missing: string) => z.string({ error: missing }).min(1, missing)
const passwordForm = z.object({ present: given('Enter your present password'), password: given('Enter a new password') })

const members = { config: { members: true as const } }

/** A person's own account. */
export async function accountPages(app: FastifyInstance): Promise<void> {
  app.get('/account', members, async (request, reply) => showAccount(request, reply, filledForm()))

  app.post('/account', members, async (request, reply) => {
    // Outside the form's transaction, which a wrong password undoes.
    const attempt = await noteAttempt(app.db, officerOf(request).email, request.ip, app.clock())
    return submitForm(request, reply, {
      schema: passwordForm,
      again: (form) => showAccount(request, reply, { values: {}, faults: form.faults }),
      work: async (trx, { present, password }) => {
        const officer = officerOf(request)
        if (attempt.tooMany) throw new FieldFault('present', 'There have been too many attempts. Wait a quarter of an hour.')
        if ((await accountWithPassword(trx, officer.email, present)) !== officer.accountId)
          throw new FieldFault('present', 'This is not your present password.')
        await attemptSucceeded(trx, attempt.id)
        const weakness = weaknessOf(password, officer.email)
        if (weakness) throw new FieldFault('password', weakness)
        await changePassword(trx, officer, password)
        return { goTo: '/account', say: 'Your password was changed, and you were signed out everywhere else.' }
      },
    })
  })
}

function showAccount(request: FastifyRequest, reply: FastifyReply, form: FilledForm) {
  const { name, email, role, council } = officerOf(request)
  return reply.page(
    { title: 'Your account', form },
    <>
      <SummaryList
        rows={[
          { key: 'Name', value: name },
          { key: 'E-mail address', value: email },
          { key: 'Council', value: council.name },
          { key: 'Role', value: ROLE_WORDS[role] },
        ]}
      />
      {role !== 'member' && (
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href="/your-updates">
              Your updates
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/account/calendar">
              Your calendar
            </a>
          </li>
        </ul>
      )}
      <h2 class="govuk-heading-m">Change your password</h2>
      <Form>
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <PasswordInput form={form} name="present" label="Your present password" autocomplete="current-password" />
        <FreshPassword form={form} />
        <Button text="Change the password" />
      </Form>
    </>,
  )
}
