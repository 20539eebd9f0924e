import { createHash } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { refuse } from '../core/refusal.ts'
import type { Trx } from '../database/database.ts'
import type { Assets } from './build-assets.ts'
import { councilSheet, councilSheetAddress } from './council-sheet.ts'
import { answerNotFound, answerWithRefusal } from './error-pages.tsx'
import { takeFlash } from './flash.ts'
import { formTokenOf, refuseForgery, startVisit } from './forgery.ts'
import type { PageOptions, Surroundings } from './layout.tsx'
import { Layout } from './layout.tsx'
import { sendUnlessKnown } from './send-unless-known.ts'
import { readSentForm } from './sent-form.ts'

/** What the platform asks of the rooms, so that it need know nothing of them. */
export interface ShellOptions {
  assets: Assets
  around: (request: FastifyRequest) => Omit<Surroundings, 'formToken'>
  /** Who sends forms: the signed-in person's account, or the link that somebody answers by, with the secret of their forms; null before either. */
  session: (request: FastifyRequest) => { senderId: string; formToken: string } | null
  /** One transaction acting for the council of that account or link. */
  inTransaction: <T>(request: FastifyRequest, work: (trx: Trx) => Promise<T>) => Promise<T>
  /** A fault of the database or a library that a person can do something about, as a Refusal. */
  asRefusal?: (error: unknown) => unknown
}

declare module 'fastify' {
  interface FastifyInstance {
    shell: ShellOptions
    /** Every GET address that the rooms registered, with its parameters (`/reviews/:slug`): a check visits them all. */
    pageAddresses: string[]
    /** Every address to which something is sent. */
    formAddresses: string[]
  }
  interface FastifyContextConfig {
    /** The same page for whoever asks: it knows nobody, sets no cookie, and whoever passes it on may keep it. It holds no form that changes anything. */
    forEveryone?: true
  }
  interface FastifyReply {
    /** Sends a page in the council's layout. 200, or 422 where its form has faults. */
    page(options: PageOptions, body: VNode): FastifyReply
  }
}

const MOST_BYTES = 25 * 1024 * 1024
const MOST_FIELDS = 5000
/** Their sum is bounded too: see below. */
export const MOST_FILES = 30
/** A form's fields and what a browser writes around them, beside one file of the size allowed. */
const MOST_BYTES_SENT = MOST_BYTES + 2 * 1024 * 1024

/** Everything that pages share: assets, safety headers, forms, the layout, errors in words. Installed before any room's pages. */
export async function installShell(app: FastifyInstance, options: ShellOptions): Promise<void> {
  app.decorate('shell', options)
  app.decorate('pageAddresses', [])
  app.decorate('formAddresses', [])
  app.addHook('onRoute', ({ method, url }) => {
    if (url.startsWith('/assets/')) return
    if ([method].flat().includes('GET')) app.pageAddresses.push(url)
    else if ([method].flat().includes('POST')) app.formAddresses.push(url)
  })
  app.decorateReply('page', function (this: FastifyReply, page: PageOptions, body: VNode) {
    return sendPage(this, page, body)
  })
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody, { bodyLimit: MOST_BYTES })
  await app.register(fastifyMultipart, {
    attachFieldsToBody: true,
    limits: { fileSize: MOST_BYTES, fieldSize: MOST_BYTES, files: MOST_FILES, fields: MOST_FIELDS, parts: MOST_FIELDS },
  })
  await app.register(fastifyHelmet, safetyHeaders)
  await serveAssets(app, options.assets)
  app.addHook('onRequest', startVisit)
  app.addHook('preParsing', refuseTooLarge)
  app.addHook('preValidation', refuseNul)
  app.addHook('preValidation', readSentForm)
  app.addHook('preHandler', refuseForgery)
  app.setErrorHandler(answerWithRefusal)
  app.setNotFoundHandler(answerNotFound)
}

/** Before any of it is read: the limits of each part do not bound their sum. Without a length there is no knowing. */
async function refuseTooLarge({ headers }: FastifyRequest): Promise<void> {
  const isLong = Number(headers['content-length'] ?? 0) > MOST_BYTES_SENT
  const isUnknown = headers['transfer-encoding'] !== undefined && headers['content-length'] === undefined
  if (isLong || isUnknown) throw Object.assign(new Error('More was sent than Heed takes.'), { statusCode: isLong ? 413 : 411 })
}

/** A character that no text on record can hold: no address of Heed's has it. */
async function refuseNul({ url }: FastifyRequest): Promise<void> {
  if (/%00/.test(url)) refuse('not-found', 'The address holds a character that no address of Heed’s has. It may have been copied wrongly.')
}

/** No script, style, frame or form but our own; no inline script or style at all. TLS is the proxy's: it says so itself. */
const safetyHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' as const },
}

async function serveAssets(app: FastifyInstance, assets: Assets): Promise<void> {
  await app.register(fastifyStatic, {
    root: assets.folder,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
    wildcard: false,
  })
  app.get('/assets/council-:colour(^[0-9a-f]{6}$)-1.css', { config: { open: true } }, async (request, reply) => {
    const { colour } = request.params as { colour: string }
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(councilSheet(`#${colour}`))
  })
}

function sendPage(reply: FastifyReply, page: PageOptions, body: VNode): FastifyReply {
  const { request } = reply
  const { assets, around } = request.server.shell
  const surroundings = { ...around(request), ...page.of, formToken: formTokenOf(request) }
  const scripts = ['platform/web/heed.ts', ...(page.scripts ?? [])].map((name) => assets.scripts[name] ?? missing(name))
  const files = { stylesheet: assets.stylesheet, icon: assets.icon, councilSheet: councilSheetAddress(surroundings.colour), scripts }
  const status = page.status ?? (reply.statusCode >= 400 ? reply.statusCode : page.form?.faults.length ? 422 : 200)
  const html = renderToString(
    <Layout page={page} around={surroundings} assets={files} flash={takeFlash(request, reply)} visit={visitOf(request, status)}>
      {body}
    </Layout>,
  )
  // As bytes: a long page is measured and written once, where words would be gone through for each.
  const bytes = Buffer.from(`<!doctype html>${html}`)
  reply.code(status).type('text/html; charset=utf-8')
  if (status === 200 && request.routeOptions.config.forEveryone) return sendUnlessKnown(reply, bytes, { keep: 'public, no-cache' })
  return reply.header('cache-control', 'private, no-store').send(bytes)
}

/** By what a device tells one signed-in visit from another. A page for everyone knows nobody, and one of a fault may not have found out who asks. */
function visitOf(request: FastifyRequest, status: number): string | undefined {
  if (request.routeOptions.config.forEveryone) return undefined
  const session = request.server.shell.session(request)
  if (session) return createHash('sha256').update(`visit ${session.formToken}`).digest('base64url').slice(0, 16)
  return status >= 500 ? undefined : ''
}

function missing(script: string): never {
  throw new Error(`No script is called ${script}: it would be src/${script.replace(/\/([^/]+)$/, '/assets/$1')}`)
}
