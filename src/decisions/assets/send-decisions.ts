import type { KeptDecision, openKept } from './kept-decisions.ts'

const AGAIN_MS = 4000

interface Listening {
  /** What is kept now: waiting, or refused; whether Heed could be reached. */
  changed: (kept: KeptDecision[], trouble: string | null) => void
  /** Heed recorded it, in these words. */
  recorded: (decision: KeptDecision, words: string) => void
}

/** Sends what is kept, one after another in its order, each until Heed has answered; without a connection it waits and tries again. */
export function sendKept(kept: Awaited<ReturnType<typeof openKept>>, token: string, { changed, recorded }: Listening): () => void {
  let sending = false
  let again = false
  let timer = 0

  async function send(): Promise<void> {
    if (sending) {
      again = true
      return
    }
    sending = true
    window.clearTimeout(timer)
    const trouble = await alone(sendAll).catch(() => NO_CONNECTION)
    sending = false
    changed(await kept.all(), trouble)
    if (trouble !== null) timer = window.setTimeout(() => void send(), AGAIN_MS)
    else if (again) void send()
    again = false
  }

  /** Null when nothing is left to send; else what is in the way. */
  async function sendAll(): Promise<string | null> {
    for (;;) {
      const all = await kept.all()
      const next = all.find(({ refused }) => refused === null)
      if (!next) return null
      changed(all, null)
      const trouble = await sendOne(next)
      if (trouble !== null) return trouble
    }
  }

  async function sendOne(decision: KeptDecision): Promise<string | null> {
    const answer = await fetch(decision.to, { method: 'POST', body: new URLSearchParams(decision.fields), headers: { 'x-form-token': token } })
    const isWords = (answer.headers.get('content-type') ?? '').includes('application/json')
    if (!isWords || answer.status >= 500) return answer.status === 403 ? SIGNED_OUT : NOT_NOW
    const said = (await answer.json()) as { words?: string; message?: string }
    if (answer.ok) await kept.remove(decision.number)
    else await kept.refuse(decision, said.message ?? 'Heed did not record it.')
    if (answer.ok) recorded(decision, said.words ?? '')
    return null
  }

  window.addEventListener('online', () => void send())
  return () => void send()
}

const NO_CONNECTION = 'There is no connection.'
const NOT_NOW = 'Heed cannot answer just now.'
const SIGNED_OUT = 'You have been signed out. Sign in again in another window, then reload this page.'

/** Two windows of one device do not send at once. Browsers lend locks only over a secure connection; Heed knows each decision's key anyhow. */
function alone(work: () => Promise<string | null>): Promise<string | null> {
  return 'locks' in navigator ? navigator.locks.request('heed-room', work) : work()
}
