import { basename } from 'node:path'
import type { FileOutcome } from './file-outcome.ts'
import type { Listener } from './import-files.ts'
import { count } from './reading-words.ts'

interface Screen {
  write: (text: string) => unknown
  isTTY?: boolean | undefined
  columns?: number | undefined
}

const WIDTH = 20

/** On a terminal one line that fills up, with the time left; elsewhere (a log, a pipe) a plain line for each document. */
export function progressOn(screen: Screen, clock: () => number = () => performance.now()): Listener & { clear: () => void } {
  let stage = ''
  let total = 0
  let done = 0
  let begun = 0
  const draw = (name: string): void => {
    const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`
    const line = [stage, bar, `${done} of ${total}`, timeLeft(clock() - begun, done, total), name].filter(Boolean).join('  ')
    screen.write(`\r\u001b[2K${line.slice(0, (screen.columns || 80) - 1)}`)
  }
  const clear = (): void => void (screen.isTTY && screen.write('\r\u001b[2K'))
  return {
    begin(named, of) {
      clear()
      ;[stage, total, done, begun] = [named, of, 0, clock()]
    },
    next(path) {
      if (screen.isTTY) draw(basename(path))
    },
    done(became) {
      done += 1
      if (!screen.isTTY) screen.write(`${stage} ${done} of ${total}: ${basename(became.path)}: ${whatBecame(became)}\n`)
    },
    clear,
  }
}

/** Told once two documents say how long one takes. */
function timeLeft(elapsed: number, done: number, total: number): string {
  if (done < 2 || done >= total) return ''
  const seconds = Math.round(((elapsed / done) * (total - done)) / 1000)
  return seconds < 60 ? `about ${Math.max(1, seconds)} s left` : `about ${count(Math.round(seconds / 60), 'minute')} left`
}

/** `3 recommendations, 3 updates; waits: …` */
export function whatBecame({ state, recommendations, updates, why }: FileOutcome): string {
  if (state === 'refused') return `refused. ${why}`
  if (state === 'here before' || state === 'not reached') return `${why}.`.replace(/\.\.$/, '.')
  const read = `${count(recommendations, 'recommendation')}, ${count(updates, 'update')}`
  if (state === 'confirmed') return `${read}; on the record`
  return `${read}; waits under Imports${why && `. ${why}`}`
}
