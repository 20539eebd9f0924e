import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../core/refusal.ts'

/** A process for work on a file from outside, which can be killed without harm to Heed. */
export interface ProcessApart {
  child: ChildProcess
  /** The last that it wrote on its error stream. */
  complaint: string
}

interface ApartOptions {
  /** Most megabytes of JavaScript's own part of its memory. */
  heapMb: number
  /** What it may know of the environment beside what every such process knows. */
  environment?: readonly string[]
  /** It leads a group of processes, so that what it starts can be ended with it. */
  leads?: boolean
}

/** It needs no password and no address of a database: what a file could make it tell, it does not know. */
const ENVIRONMENT = ['PATH', 'LANG', 'TZ', 'NODE_COMPILE_CACHE']

/** The signal by which such a process ends itself where it holds more memory than it may: one that nothing else in Heed sends. */
export const OVER_MEMORY = 'SIGUSR2'

/** Starts a program of Heed's own as a process apart. */
export function startApart(program: URL, { heapMb, environment = [], leads = false }: ApartOptions): ProcessApart {
  const known = [...ENVIRONMENT, ...environment]
  const child = fork(fileURLToPath(program), [], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    serialization: 'advanced',
    detached: leads,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: Object.fromEntries(known.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
  })
  const apart: ProcessApart = { child, complaint: '' }
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (apart.complaint = (apart.complaint + text).slice(-4000)))
  return apart
}

/** Why a process apart ended that nobody ended: it was too large for its memory, or it has a fault. */
export function lastWords({ complaint }: ProcessApart, code: number | null, signal: string | null): 'too large' | { fault: string } {
  // SIGKILL that did not come from here is the system's own, short of memory.
  if (signal === OVER_MEMORY || signal === 'SIGKILL' || /heap out of memory|allocation failed/i.test(complaint)) return 'too large'
  return { fault: `The process ended (${signal ?? code}). ${complaint}` }
}

/** What untrusted work answers that came to nothing: a refusal in its own words, or a fault of Heed's. For a process or a thread. */
export function unanswered(error: unknown): { refused: string } | { fault: string } {
  if (error instanceof Refusal) return { refused: error.message }
  return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
