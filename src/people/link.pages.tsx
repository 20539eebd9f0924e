import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../platform/core/refusal.ts'
import { text } from '../platform/web/fields.ts'
import { goTo } from '../platform/web/flash.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm, readForm, withFault } from '../platform/web/form.ts'
import { Button, Form, PasswordInput, TextInput } from '../platform/web/form-fields.tsx'
import { sentForm } from '../platform/web/sent-form.ts'
import type { OpenInvitation } from './accept-invitation.ts'
import { acceptInvitation, findInvitation } from './accept-invitation.ts'
import { SHORTEST_PASSWORD, weaknessOf } from './password.ts'
import type { PasswordLink } from './reset-password.ts'
import { findPasswordLink, setPasswordByLink } from './reset-password.ts'
import { openSession } from './session.ts'
import { openDoor } from './sign-in.pages.tsx'
import { attemptSucceeded, noteAttempt } from './sign-in-limits.ts'

const password = z.string({ error: 'Enter a password' }).min(1, 'Enter a password')
const invitationForm = z.object({ name: text('Enter your name'), password })
const passwordForm = z.object({ password })
const open = { config: { open: true as const } }

/** What links open for people who are not signed in. To look spends nothing, since mail scanners look too: only sending the form does. */
export async function linkPages(app: FastifyInstance): Promise<void> {
  app.get('/invitations/:secret', open, async (request, reply) => {
    const invitation = await findInvitation(app.db, secretOf(request), app.clock())
    return showInvitation(reply, invitation, filledForm({ name: invitation.name }))
  })

  app.post('/invitations/:secret', open, async (request, reply) => {
    const invitation = await findInvitation(app.db, secretOf(request), app.clock())
    const attempt = await noteAttempt(app.db, invitation.email, request.ip, app.clock())
    const read = readForm(invitationForm, sentForm(request))
    const form = withoutPassword(read.form)
    if (!read.ok) return showInvitation(reply, invitation, form)
    const fault = attempt.tooMany
      ? 'There have been too many attempts. Wait a quarter of an hour.'
      : invitation.knownAccount
        ? null
        : weaknessOf(read.values.password, invitation.email)
    if (fault) return showInvitation(reply, invitation, withFault(form, 'password', fault))
    try {
      const accountId = await acceptInvitation(app.db, invitation, read.values)
      await attemptSucceeded(app.db, attempt.id)
      openDoor(reply, await openSession(app.db, accountId, invitation.councilId, app.clock()))
      return goTo(reply, '/', `You are signed in for ${invitation.councilName}.`)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
      return showInvitation(reply, invitation, withFault(form, 'password', error.message))
    }
  })

  app.get('/passwords/:secret', open, async (request, reply) => {
    return showPassword(reply, await findPasswordLink(app.db, secretOf(request), app.clock()), filledForm())
  })

  app.post('/passwords/:secret', open, async (request, reply) => {
    const link = await findPasswordLink(app.db, secretOf(request), app.clock())
    const read = readForm(passwordForm, sentForm(request))
    const form = withoutPassword(read.form)
    if (!read.ok) return showPassword(reply, link, form)
    const fault = weaknessOf(read.values.password, link.email)
    if (fault) return showPassword(reply, link, withFault(form, 'password', fault))
    await setPasswordByLink(app.db, link, read.values.password)
    return goTo(reply, '/sign-in', 'Your password was set. Sign in with it.')
  })
}

function showInvitation(reply: FastifyReply, { knownAccount, email, councilName }: OpenInvitation, form: FilledForm) {
  return reply.page(
    { title: `Join ${councilName}`, form },
    <Form>
      <p class="govuk-body">
        You will sign in as <strong>{email}</strong>.
      </p>
      <TextInput form={form} name="name" label="Your name" hint="As it should stand in the history of what you do" autocomplete="name" />
      {knownAccount ? (
        <PasswordInput
          form={form}
          name="password"
          label="Your password"
          hint="The one that you sign in with"
          autocomplete="current-password"
        />
      ) : (
        <FreshPassword form={form} />
      )}
      <Button text="Join" />
    </Form>,
  )
}

function showPassword(reply: FastifyReply, { email }: PasswordLink, form: FilledForm) {
  return reply.page(
    { title: 'Choose a new password', form },
    <Form>
      <p class="govuk-body">
        For <strong>{email}</strong>. You will be signed out everywhere.
      </p>
      <FreshPassword form={form} />
      <Button text="Set the password" />
    </Form>,
  )
}

export function FreshPassword({ form, name = 'password' }: { form: FilledForm; name?: string }) {
  const hint = `At least ${SHORTEST_PASSWORD} characters. Three words that do not belong together are good.`
  return <PasswordInput form={form} name={name} label="Choose a password" hint={hint} autocomplete="new-password" />
}

function withoutPassword(form: FilledForm): FilledForm {
  const { password: _, ...values } = form.values
  return { ...form, values }
}

function secretOf(request: { params: unknown }): string {
  return (request.params as { secret: string }).secret
}
