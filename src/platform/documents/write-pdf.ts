import { Worker } from 'node:worker_threads'
import { Refusal } from '../core/refusal.ts'
import type { PaperDocument } from './paper-document.ts'

/** What the worker answers: the file, or why there is none. */
export type PdfAnswer = { job: number; pdf: Uint8Array } | { job: number; fault: string }

/** A worker that has had nothing to do for this long is let go, with its 150 MB. */
const IDLE_MS = 60_000
const LONGEST_MS = 60_000

interface Job {
  done: (pdf: Uint8Array) => void
  failed: (error: Error) => void
  limit: NodeJS.Timeout
}

interface Press {
  worker: Worker
  jobs: Map<number, Job>
  idle?: NodeJS.Timeout
}

let press: Press | null = null
let lastJob = 0

/**
 * The paper as tagged PDF/UA-1 in its own font. Set in a worker thread, so that the pages go on being served; the worker
 * stays warm for a minute. Refuses (unavailable) a paper that takes longer than a minute to set.
 */
export function writePdf(paper: PaperDocument): Promise<Uint8Array> {
  press ??= startPress()
  const { worker, jobs } = press
  clearTimeout(press.idle)
  const job = (lastJob += 1)
  return new Promise((done, failed) => {
    jobs.set(job, { done, failed, limit: setTimeout(giveUp, LONGEST_MS) })
    worker.ref()
    worker.postMessage({ job, paper })
  })
}

/** Lets the worker go at once: before the process ends, or to have the memory back. */
export async function closePdfPress(): Promise<void> {
  const closing = press
  press = null
  clearTimeout(closing?.idle)
  await closing?.worker.terminate()
}

function startPress(): Press {
  const worker = new Worker(new URL('./write-pdf-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 512 } })
  const started: Press = { worker, jobs: new Map() }
  worker.on('message', (answer: PdfAnswer) => settle(started, answer))
  worker.on('error', (error) => failAll(started, error))
  worker.on('exit', () =>
    failAll(started, new Refusal('unavailable', 'The PDF could not be made: its maker stopped. Try again, or use the Word file.')),
  )
  worker.unref()
  return started
}

function settle(from: Press, answer: PdfAnswer): void {
  const job = from.jobs.get(answer.job)
  if (!job) return
  clearTimeout(job.limit)
  from.jobs.delete(answer.job)
  if ('pdf' in answer) job.done(answer.pdf)
  else job.failed(new Error(`The paper could not be set as PDF: ${answer.fault}`))
  if (from.jobs.size === 0) rest(from)
}

function rest(from: Press): void {
  from.worker.unref()
  from.idle = setTimeout(() => {
    if (press === from) void closePdfPress()
  }, IDLE_MS).unref()
}

function failAll(from: Press, error: Error): void {
  if (press === from) press = null
  for (const job of from.jobs.values()) {
    clearTimeout(job.limit)
    job.failed(error)
  }
  from.jobs.clear()
}

function giveUp(): void {
  const slow = press
  if (!slow) return
  failAll(
    slow,
    new Refusal('unavailable', 'The PDF took longer than a minute to make and was given up. Make the paper shorter, or use the Word file.'),
  )
  void slow.worker.terminate()
}
