import { waitsFor, type KeptDecision, type openKept, type Presser } from './kept-decisions.ts'

/** It tries again soon, then more seldom while there is nothing to be reached. */
const SOONEST_MS = 300
const SELDOM_MS = 5000

interface Listening {
  /** What is kept now: waiting, or refused; whether Heed could be reached. */
  changed: (kept: KeptDecision[], trouble: string | null) => void
  /** Heed recorded it, in these words. */
  recorded: (decision: KeptDecision, words: string) => void
}

/**
 * Sends what an officer pressed and the device keeps, one after another in its order, each until Heed has answered; without a connection it waits and tries
 * again.
 */
export function sendKept(
  kept: Awaited<ReturnType<typeof openKept>>,
  officer: Presser,
  token: string,
  { changed, recorded }: Listening,
): () => void {
  let sending = false
  let again = false
  let timer = 0
  let pause = SOONEST_MS
  let trouble: string | null = null

  async function send(): Promise<void> {
    if (sending) {
      again = true
      return
    }
    sending = true
    window.clearTimeout(timer)
    trouble = await alone(sendAll).catch(() => NO_CONNECTION)
    sending = false
    changed(await kept.all(), trouble)
    if (trouble !== null) {
      timer = window.setTimeout(() => void send(), pause)
      pause = Math.min(pause * 2, SELDOM_MS)
    }
    if (trouble === null && again) void send()
    again = false
  }

  /** Null when nothing is left to send; else what is in the way. */
  async function sendAll(): Promise<string | null> {
    for (;;) {
      const all = await kept.all()
      const next = all.find((one) => waitsFor(officer, one))
      if (!next) return null
      // What was in the way is said until something has gone through.
      changed(all, trouble)
      const now = await sendOne(next)
      if (now !== null) return now
      trouble = null
    }
  }

  async function sendOne(decision: KeptDecision): Promise<string | null> {
    const body = new URLSearchParams({ ...decision.fields, deviceNumber: String(decision.number) })
    const answer = await fetch(decision.to, { method: 'POST', body, headers: { 'x-form-token': token } })
    const isWords = (answer.headers.get('content-type') ?? '').includes('application/json')
    if (!isWords || answer.status >= 500) return answer.status === 403 ? SIGNED_OUT : NOT_NOW
    const said = (await answer.json()) as { words?: string; message?: string }
    pause = SOONEST_MS
    if (answer.ok) await kept.remove(decision.number)
    else await kept.change({ ...decision, refused: said.message ?? 'Heed did not record it.' })
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
