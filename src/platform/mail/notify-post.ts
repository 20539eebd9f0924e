import { NotifyClient } from 'notifications-node-client'
import { faultOfLetter, headerWords, withinSeconds, type Handed, type Heard, type Letter, type Post } from './letter.ts'

export interface NotifySettings {
  /** As GOV.UK Notify gives it: a name, the service and the secret, joined. */
  key: string
  /** A template whose subject is `((subject))` and whose message is `((body))`. */
  template: string
}

const NOTIFY = 'https://api.notifications.service.gov.uk'
const SECONDS = 30

/**
 * Letters by GOV.UK Notify. It makes its own HTML and carries no files. Each letter has its own reference, so after an attempt that was cut short
 * Notify is asked first whether it has the letter: none goes twice.
 */
export function notifyPost({ key, template }: NotifySettings, address: string = process.env.HEED_NOTIFY_URL || NOTIFY): Post {
  const client = new NotifyClient(address, key)
  const send = async (letter: Letter, again: boolean): Promise<Handed> => {
    const known = again ? await knownBy(client, letter.id) : null
    if (known) return { became: 'sent', words: 'GOV.UK Notify has it already.', reference: known }
    const { data } = await client.sendEmail(template, letter.to.address, {
      personalisation: { subject: headerWords(letter.subject), body: asNotifyText(letter.text) },
      reference: letter.id,
    })
    const { id } = data as { id: string }
    const without = letter.files.length > 0 ? ' It carries no files, so the attachments did not go.' : ''
    return { became: 'sent', words: `GOV.UK Notify took it.${without}`, reference: id }
  }
  return {
    send: async (letter, again = false) => {
      const fault = faultOfLetter(letter)
      if (fault) return { became: 'refused', words: fault }
      return withinSeconds(SECONDS, send(letter, again).catch(refusal), () => ({
        became: 'delayed',
        words: 'GOV.UK Notify did not answer in time.',
      }))
    },
    heardOf: (reference) => withinSeconds(SECONDS, heardOf(client, reference), () => null),
    close: () => {},
  }
}

/** Whether Notify has a letter of this reference, by Notify's own id. */
async function knownBy(client: NotifyClient, reference: string): Promise<string | null> {
  const { data } = await client.getNotifications('email', undefined, reference)
  return (data as { notifications: { id: string }[] }).notifications[0]?.id ?? null
}

const BOUNCES: Record<string, string> = {
  'permanent-failure': 'The address does not exist, or its server refuses letters.',
  'temporary-failure': 'The mailbox did not take it for three days: it may be full, or its server away.',
  'technical-failure': 'GOV.UK Notify could not send it.',
}

async function heardOf(client: NotifyClient, reference: string): Promise<Heard | null> {
  try {
    const { data } = await client.getNotificationById(reference)
    const { status } = data as { status: string }
    if (status === 'delivered') return { became: 'delivered', words: 'GOV.UK Notify says that it was delivered.' }
    const why = BOUNCES[status]
    return why ? { became: 'bounced', words: `GOV.UK Notify says: ${why}` } : null
  } catch {
    // It is asked again later.
    return null
  }
}

/** Notify reads a little Markdown: lines that open a list are its own, a line that would become a heading or a quotation is not. */
function asNotifyText(text: string): string {
  return text.replace(/^- /gm, '* ').replace(/^(?=[#^])/gm, '\u200b')
}

type NotifyError = Error & { response?: { status: number; data?: { errors?: { error: string; message: string }[] } } }

/** What is said of the address is final; what is said of the key, the template or the load is put right or passes. */
function refusal(error: NotifyError): Handed {
  const { status = 0, data } = error.response ?? {}
  const [first] = data?.errors ?? []
  const words = headerWords(first?.message ?? error.message)
  const ofAddress = status === 400 && (/email_address/.test(words) || /team-only|trial mode|this recipient/i.test(words))
  if (ofAddress) return { became: 'refused', words: `GOV.UK Notify refused it: ${words}` }
  const trouble = status === 0 ? 'GOV.UK Notify cannot be reached' : `GOV.UK Notify did not take it (${status})`
  return { became: 'delayed', words: `${trouble}: ${words}` }
}
