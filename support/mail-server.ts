import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** A letter as a mail server got it. */
export interface GotLetter {
  id: string
  to: string[]
  from: string
  raw: string
  header: (name: string) => string
}

export interface MailServer {
  port: number
  got: GotLetter[]
  /** Answers the next words with a code instead: by command, `RCPT TO` or `DATA`. */
  answer: {
    recipient?: (address: string) => Error | undefined
    letter?: (letter: GotLetter) => Promise<Error | undefined> | Error | undefined
  }
  close: () => Promise<void>
}

type Ending = { after: (work: () => Promise<void>) => void }

/** An error that a server answers with: its code and words. */
export function smtpError(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code })
}

/** A real mail server on loopback, without TLS unless it is asked for. */
export async function mailServer(ending: Ending, options: SMTPServerOptions = {}): Promise<MailServer> {
  const got: GotLetter[] = []
  const answer: MailServer['answer'] = {}
  const judge = async (letter: GotLetter, done: (fault?: Error | null) => void): Promise<void> => {
    const fault = await answer.letter?.(letter)
    if (!fault) got.push(letter)
    done(fault ?? null)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    ...options,
    onRcptTo: ({ address }, _session, done) => done(answer.recipient?.(address)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const letter = gotLetter(
          Buffer.concat(chunks).toString(),
          mailFrom ? mailFrom.address : '',
          rcptTo.map(({ address }) => address),
        )
        void judge(letter, done)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  ending.after(close)
  return { port: (server.server.address() as AddressInfo).port, got, answer, close }
}

function gotLetter(raw: string, from: string, to: string[]): GotLetter {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  return { id: header('message-id').replace(/[<>]/g, ''), to, from, raw, header }
}

export interface NotifyServer {
  address: string
  /** What was asked to be sent. */
  sent: { id: string; email_address: string; template_id: string; personalisation: Record<string, string>; reference: string }[]
  /** What becomes of each, by its id. */
  status: Map<string, string>
  /** Answers a sending instead. */
  refuse: { next?: { status: number; message: string } }
}

/** A server on loopback that speaks as much of GOV.UK Notify's API as Heed uses. */
export async function notifyServer(ending: Ending): Promise<NotifyServer> {
  const notify: NotifyServer = { address: '', sent: [], status: new Map(), refuse: {} }
  const server = createServer((request, response) => {
    void sendAnswer(notify, request, response)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  ending.after(() => closing(server))
  notify.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return notify
}

async function sendAnswer(notify: NotifyServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, body } = await answerAsNotify(notify, request)
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function answerAsNotify(notify: NotifyServer, request: IncomingMessage): Promise<{ status: number; body: object }> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://notify')
  if (!/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/.test(request.headers.authorization ?? '')) return fault(403, 'Invalid token: API key not found')
  if (request.method === 'POST' && pathname === '/v2/notifications/email') {
    const { next } = notify.refuse
    if (next) return fault(next.status, next.message)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const said = JSON.parse(Buffer.concat(chunks).toString()) as Omit<NotifyServer['sent'][number], 'id'>
    const id = crypto.randomUUID()
    notify.sent.push({ ...said, id })
    return { status: 201, body: { id, reference: said.reference } }
  }
  if (pathname === '/v2/notifications') {
    const found = notify.sent.filter(({ reference }) => reference === searchParams.get('reference'))
    return { status: 200, body: { notifications: found.map(({ id }) => ({ id })), links: {} } }
  }
  const id = pathname.split('/').at(-1) ?? ''
  return { status: 200, body: { id, status: notify.status.get(id) ?? 'sending' } }
}

function fault(status: number, message: string) {
  return { status, body: { status_code: status, errors: [{ error: 'BadRequestError', message }] } }
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
}
