import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { buildApp } from '../src/app.ts'
import { keyOfHeed } from '../src/platform/core/seal.ts'
import { openDatabase } from '../src/platform/database/database.ts'

// Heed's web on a database that is there already, in a process of its own, so that what it holds can be measured: `serve-lists.ts URL`. It says its
// address to whoever started it, answers each message with the most memory that it held since the last, and ends with whoever started it.
const STATUS = '/proc/self/status'
const url = process.argv[2] ?? ''
const app = await buildApp({
  db: openDatabase(url, 'app'),
  publicDb: openDatabase(url, 'public'),
  key: keyOfHeed('', 'lists need no secret'),
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.on('message', () => process.send?.(megabytes()))
process.on('disconnect', () => process.exit())
process.send?.(address)

function megabytes(): number {
  const kilobytes = existsSync(STATUS)
    ? Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, 'utf8'))?.[1])
    : process.resourceUsage().maxRSS
  // Linux forgets the high-water mark when it is told to.
  if (existsSync(STATUS)) writeFileSync('/proc/self/clear_refs', '5')
  return Math.round(kilobytes / 1024)
}
