import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../platform/core/clock.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Db, Trx } from '../platform/database/database.ts'
import { inCouncil } from '../platform/database/database.ts'
import type { Role, SignedInMember } from './officer.ts'
import { findSession } from './session.ts'
import type { SignedIn } from './session.ts'

declare module 'fastify' {
  interface FastifyInstance {
    db: Db
    clock: Clock
    /** What seals the secrets that Heed must use again. */
    keyOfHeed: KeyOfHeed
  }
  interface FastifyRequest {
    /** Who is asking; null only on pages that say `config: { open: true }`. */
    officer: SignedIn | null
    /** Whose name a stranger sees: the council of this Heed, where it holds only one. */
    onlyCouncil: SignedIn['council'] | null
  }
  interface FastifyContextConfig {
    /** For everyone, signed in or not. Without it a page is for signed-in people only. */
    open?: true
    /** Only for people in this role. A page without it is for officers and administrators. */
    role?: Role
    /** For members of committees too: without it, or their role, a page is closed to them. */
    members?: true
  }
}

export const SESSION_COOKIE = 'heed_session'

/**
 * Finds out who is asking, and keeps everyone but the council's own people out of every page that does not say it is open; and members of committees out
 * of every page that does not say it is for them.
 */
export function knowOfficers(app: FastifyInstance): void {
  app.decorateRequest('officer', null)
  app.decorateRequest('onlyCouncil', null)
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/assets/') || request.routeOptions.config.forEveryone) return
    const secret = request.cookies[SESSION_COOKIE]
    request.officer = secret ? await findSession(app.db, secret, app.clock()) : null
    const { open } = request.routeOptions.config
    if (open && !request.officer) request.onlyCouncil = await onlyCouncil(app.db)
    if (sends(request)) return
    if (!open && !request.officer) return askToSignIn(request, reply)
    refuseOtherRoles(request)
  })
  // What was sent is refused only once it is read, so that the answer can show it to be copied.
  app.addHook('preValidation', async (request) => {
    if (!sends(request)) return
    if (!request.routeOptions.config.open && !request.officer)
      refuse('not-allowed', 'You have been signed out since you opened this page, so nothing was saved. Sign in, then send it again.')
    refuseOtherRoles(request)
  })
}

const sends = ({ method }: FastifyRequest) => method !== 'GET' && method !== 'HEAD'

function refuseOtherRoles({ officer, routeOptions: { config } }: FastifyRequest): void {
  if (config.open || config.role === officer?.role) return
  if (officer?.role === 'member' && !config.members)
    refuse('not-allowed', 'This page is for the council’s officers. What your committees have before them is in your briefing.')
  if (config.role === 'member') refuse('not-allowed', 'This page is what a member of a committee reads. See the meeting itself instead.')
  if (config.role) refuse('not-allowed', `This page is for ${config.role}s. Ask one of your council’s ${config.role}s to make the change.`)
}

async function onlyCouncil(db: Db): Promise<SignedIn['council'] | null> {
  const [council, another] = await db.selectFrom('council').select('id').limit(2).execute()
  if (!council || another) return null
  const said = await inCouncil(db, council.id, (trx) => trx.selectFrom('council_now').select(['name', 'colour']).executeTakeFirst())
  return said?.name && said.colour ? { name: said.name, colour: said.colour } : null
}

/** The page that was asked for is shown after sign-in. */
function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.redirect(request.url === '/' ? '/sign-in' : `/sign-in?then=${encodeURIComponent(request.url)}`, 303)
}

/** The signed-in person. Pages that are not open always have one. */
export function officerOf(request: FastifyRequest): SignedIn {
  return request.officer ?? refuse('not-allowed', 'Sign in first.')
}

/** The member of committees who is signed in. Pages for members always have one. */
export function memberOf(request: FastifyRequest): SignedInMember {
  const { memberId, ...officer } = officerOf(request)
  return memberId ? { ...officer, memberId } : refuse('not-allowed', 'This page is what a member of a committee reads.')
}

/** One transaction acting for the officer's council: the only way that a page reaches the record. */
export function inOfficersCouncil<T>(request: FastifyRequest, work: (trx: Trx) => Promise<T>): Promise<T> {
  const { councilId, accountId } = officerOf(request)
  return inCouncil(request.server.db, councilId, work, accountId)
}
