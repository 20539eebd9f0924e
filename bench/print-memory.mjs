// Says at the end of a process how much memory it held at the most. On Linux by its own high-water mark: what the system counts for a
// child (getrusage) begins with its parent's.
import { existsSync, readFileSync } from 'node:fs'

const STATUS = '/proc/self/status'

process.on('exit', () => {
  const own = existsSync(STATUS) ? Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, 'utf8'))?.[1]) : process.resourceUsage().maxRSS
  process.stderr.write(`most memory ${Math.round(own / 1024)} MB\n`)
})
