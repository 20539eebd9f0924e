import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../platform/core/refusal.ts'
import { email } from '../platform/web/fields.ts'
import { goTo, ownAddress } from '../platform/web/flash.ts'
import { renewVisit } from '../platform/web/forgery.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm, readForm, withFault } from '../platform/web/form.ts'
import { Button, Form, PasswordInput, TextInput } from '../platform/web/form-fields.tsx'
import { sentForm } from '../platform/web/sent-form.ts'
import type { Role } from './officer.ts'
import { SESSION_COOKIE } from './officers-council.ts'
import { endSession } from './session.ts'
import { signIn } from './sign-in.ts'

const signInForm = z.object({
  email: email('Enter your e-mail address'),
  password: z.string({ error: 'Enter your password' }).min(1, 'Enter your password'),
  then: z.string().optional(),
})

export async function signInPages(app: FastifyInstance): Promise<void> {
  app.get('/sign-in', { config: { open: true } }, async (request, reply) => {
    const { then } = request.query as { then?: string }
    if (request.officer) return goTo(reply, whereTo(request.officer.role, then))
    return showSignIn(reply, filledForm({ then }))
  })

  app.post('/sign-in', { config: { open: true } }, async (request, reply) => {
    const read = readForm(signInForm, sentForm(request))
    const { password: _, ...typed } = read.form.values
    const form = { ...read.form, values: typed }
    if (!read.ok) return showSignIn(reply, form)
    try {
      const { secret, role } = await signIn(app.db, { ...read.values, address: request.ip }, app.clock())
      openDoor(reply, secret)
      return goTo(reply, whereTo(role, read.values.then))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      reply.code(error.code === 'unavailable' ? 429 : 422)
      return showSignIn(reply, withFault(form, error.code === 'unavailable' ? null : 'email', error.message))
    }
  })

  app.post('/sign-out', { config: { members: true } }, async (request, reply) => {
    if (request.officer) await endSession(app.db, request.officer.sessionHash)
    reply.clearCookie(SESSION_COOKIE, { path: '/' })
    renewVisit(reply)
    return goTo(reply, '/sign-in', 'You have signed out.')
  })
}

/** The page that was asked for before signing in; of a member, one that is for members, else their first page. */
function whereTo(role: Role, then: string | undefined): string {
  const address = ownAddress(then)
  return role === 'member' && !/^\/(briefing([/?].*)?|account)$/.test(address) ? '/' : address
}

/** Gives the browser its session. The cookie has no end of its own: the server knows when the session is over. */
export function openDoor(reply: FastifyReply, secret: string): void {
  reply.setCookie(SESSION_COOKIE, secret, { path: '/', httpOnly: true, sameSite: 'lax', secure: reply.request.protocol === 'https' })
  renewVisit(reply)
}

function showSignIn(reply: FastifyReply, form: FilledForm) {
  return reply.page(
    { title: 'Sign in', form },
    <Form action="/sign-in">
      <input type="hidden" name="then" value={ownAddress([form.values.then ?? '/'].flat()[0])} />
      <TextInput form={form} name="email" label="E-mail address" type="email" autocomplete="username" />
      <PasswordInput form={form} name="password" label="Password" autocomplete="current-password" />
      <Button text="Sign in" />
      <p class="govuk-body">
        An administrator of your council invites you by a link. If you have forgotten your password, ask them for another.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/register">
          See what committees published
        </a>
      </p>
    </Form>,
  )
}
