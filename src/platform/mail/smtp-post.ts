import { createTransport } from 'nodemailer'
import { faultOfLetter, headerWords, withinSeconds, type Handed, type Letter, type Post } from './letter.ts'

export interface SmtpSettings {
  host: string
  port: number
  /** `tls` from the first byte (465); `starttls` before anything is said (587), or not at all; `none` for a server on this machine or its own network. */
  security: 'tls' | 'starttls' | 'none'
  user: string
  password: string
}

/** How long a server may take, in seconds: to be reached and to greet, to say its next word, and for the whole letter. */
export interface SmtpPatience {
  reach: number
  word: number
  letter: number
}

const PATIENCE: SmtpPatience = { reach: 15, word: 60, letter: 120 }

/**
 * Letters by a mail server of the council's. Connections are kept for the next letter. With TLS the server's certificate must be good, and a
 * server that offers no STARTTLS gets no letter and no password.
 */
export function smtpPost(settings: SmtpSettings, patience: SmtpPatience = PATIENCE): Post {
  const { host, port, security, user, password } = settings
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: user === '' ? undefined : { user, pass: password },
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: patience.reach * 1_000,
    greetingTimeout: patience.reach * 1_000,
    dnsTimeout: patience.reach * 1_000,
    socketTimeout: patience.word * 1_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (letter) => {
      const fault = faultOfLetter(letter)
      if (fault) return { became: 'refused', words: fault }
      const handed = transport.sendMail(asMail(letter)).then(({ response }): Handed => sent(response), refusal)
      return withinSeconds(patience.letter, handed, () => ({ became: 'delayed', words: SILENT }))
    },
    close: () => transport.close(),
  }
}

/** As nodemailer takes it. Names and addresses are given apart, never as a line that it would have to read. */
export function asMail({ id, from, to, replyTo, subject, text, html, files }: Letter) {
  return {
    messageId: `<${id}>`,
    from: { name: headerWords(from.name), address: from.address },
    to: [{ name: headerWords(to.name), address: to.address }],
    envelope: { from: from.address, to: [to.address] },
    replyTo: replyTo === '' ? undefined : { name: '', address: replyTo },
    subject: headerWords(subject),
    text,
    html,
    // Machines that answer for people who are away leave it alone.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: files.map(({ name, type, bytes }) => ({ filename: headerWords(name), contentType: headerWords(type), content: bytes })),
  }
}

const SILENT = 'The mail server did not answer in time. It may or may not have the message, so it is tried again as the same message.'

function sent(response: string): Handed {
  return { became: 'sent', words: `The mail server took it: ${headerWords(response)}`, reference: null }
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/** Only what the server says of this letter or its address is final; what it says of us (sign-in, sender, TLS) is put right in the settings. */
function refusal(error: SmtpError): Handed {
  const said = headerWords(error.response || error.message)
  const ofLetter = error.command === 'RCPT TO' || error.command === 'DATA'
  if (ofLetter && (error.responseCode ?? 0) >= 500) return { became: 'refused', words: `The mail server refused it: ${said}` }
  return { became: 'delayed', words: `${TROUBLES[error.code ?? ''] ?? 'The mail server did not take it'}: ${said}` }
}

const TROUBLES: Record<string, string> = {
  EAUTH: 'The mail server does not accept the name and password that it was given',
  ETLS: 'No safe connection to the mail server could be made',
  EDNS: 'The mail server’s name is not known',
  ESOCKET: 'The connection to the mail server failed',
  ECONNECTION: 'The connection to the mail server broke',
  ETIMEDOUT: 'The mail server did not answer in time',
}
