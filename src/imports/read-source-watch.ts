import { workerData } from 'node:worker_threads'
import { OVER_MEMORY } from '../platform/documents/work-apart.ts'

// A thread beside the reader, which goes on while a file holds the reader itself: it ends the process where it holds too much memory (what
// PDF and Excel keep outside JavaScript's heap counts), and where the one that started it is gone.

/** How often it looks, in milliseconds: a reader at work fills some megabytes in each. */
const AT_WORK = 15
const AT_REST = 1000

const allowed = workerData as Int32Array
const parent = process.ppid

for (;;) {
  const megabytes = Atomics.load(allowed, 0)
  if (process.ppid !== parent) process.kill(-process.pid, 'SIGKILL')
  if (megabytes > 0 && process.memoryUsage.rss() > megabytes * 1_000_000) process.kill(process.pid, OVER_MEMORY)
  Atomics.wait(allowed, 0, megabytes, megabytes > 0 ? AT_WORK : AT_REST)
}
