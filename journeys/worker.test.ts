import { equal, match } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { queueMessage } from '../src/messages/queue-message.ts'
import { keyOfHeed } from '../src/platform/core/seal.ts'
import { inCouncil, openDatabase } from '../src/platform/database/database.ts'
import { withDatabase } from '../src/platform/database/with-database.ts'
import { dataFolder, startHeed } from '../support/started-heed.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Queues a receipt in the first council of the data folder, beside whatever runs on it. */
async function queueReceipt(folder: string, purpose: string): Promise<void> {
  await withDatabase(
    async (url) => {
      const db = openDatabase(url, 'app')
      const { id } = await db.selectFrom('council').select('id').executeTakeFirstOrThrow()
      const message = {
        step: 'receipt' as const,
        purpose,
        about: '/rounds',
        to: { contactId: null, name: purpose, address: 'imogen.strand@wexcombe.example' },
        said: { round: 'Winter 2027', due: '6 January 2027', said: 'On track.', expires: '20 January 2027' },
        link: '/asked/secret',
      }
      await inCouncil(db, id, (trx) => queueMessage(trx, { accountId: null, name: 'Heed' }, keyOfHeed(folder), message, new Date()))
      await db.destroy()
    },
    { dataFolder: folder },
  )
}

function letters(folder: string): string[] {
  const place = join(folder, 'letters')
  if (!existsSync(place)) return []
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.eml'))
}

/** The demonstration's own letters lie there too. */
async function untilLetterTo(folder: string, name: string): Promise<void> {
  const isTo = (path: string) => readFileSync(join(folder, 'letters', path), 'utf8').includes(name)
  while (!letters(folder).some(isTo)) await sleep(50)
}

function processesOn(folder: string): string[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
  return all.flatMap((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8')
      return words.includes(folder) ? [pid] : []
    } catch {
      return []
    }
  })
}

test('what is queued goes out by Heed’s own worker, or by one that runs alone; told to stop, neither leaves anything running', async (t) => {
  const folder = dataFolder(t)
  const heed = await startHeed(folder)
  await queueReceipt(folder, 'Greta Vole')
  await untilLetterTo(folder, 'Greta Vole')
  match(await heed.stop(), /Stopping: finishing what is in flight/)
  if (process.platform === 'linux') equal(processesOn(folder).join(), '')

  const { DATABASE_URL: _, ...environment } = process.env
  const alone = spawn('./heed', ['work'], { cwd: ROOT, env: { ...environment, HEED_DATA: folder }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [alone.stdout, alone.stderr]) stream.on('data', (words: Buffer) => said.push(words.toString()))
  const ended = new Promise<number | null>((resolve) => alone.once('exit', (code) => resolve(code)))
  while (!said.join('').includes('at work')) await sleep(50)
  await queueReceipt(folder, 'Hugo Stoat')
  await untilLetterTo(folder, 'Hugo Stoat')
  alone.kill('SIGTERM')
  equal(await ended, 0, said.join(''))
  if (process.platform === 'linux') equal(processesOn(folder).join(), '')
})
