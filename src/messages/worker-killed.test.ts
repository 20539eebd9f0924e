import { deepEqual, equal } from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { mailServer } from '../../support/mail-server.ts'
import { ALWAYS, queued, setPost } from '../../support/outbox.ts'
import { TEST_SECRET, testApp } from '../../support/test-app.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import { SWEEP_MESSAGES } from './sweep-messages.job.ts'

const heed = await testApp({ after })
const folder = mkdtempSync(join(tmpdir(), 'heed-killed-'))
after(() => rmSync(folder, { recursive: true }))
const LEASE = 1
const MESSAGES = 200

async function startedWorker(): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('../../support/worker-to-kill.ts', import.meta.url))
  const child = spawn(process.execPath, [program, heed.database.url, TEST_SECRET, folder, String(LEASE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', () => reject(new Error('The worker did not start.')))
  })
  return child
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  return end
}

const unsent = () => heed.inCouncil((trx) => trx.selectFrom('message_waiting').select('message_id').execute()).then((rows) => rows.length)

test('a worker killed again and again while it sends loses no message, and sends a second copy only of what a kill cut short', async (t) => {
  const server = await mailServer({ after })
  server.answer.letter = async () => {
    await sleep(Math.random() * 20)
    return undefined
  }
  await setPost(heed, { ...ALWAYS, post: 'smtp', smtpHost: '127.0.0.1', smtpPort: server.port, smtpSecurity: 'none' })
  for (let n = 0; n < MESSAGES; n += 1) {
    const to = { contactId: null, name: `Person ${n}`, address: `person${n}@parks.example` }
    await queued(heed, { purpose: `asking ${n}`, to })
    // Queued twice, as by a page sent twice: it is one message.
    if (n % 10 === 0) equal((await queued(heed, { purpose: `asking ${n}`, to })).queued, false)
  }
  let kills = 0
  while ((await unsent()) > 0) {
    const worker = await startedWorker()
    await heed.inCouncil((trx) => queueJob(trx, SWEEP_MESSAGES, {}))
    const before = server.got.length
    const toSend = 5 + Math.floor(Math.random() * 25)
    const until = Date.now() + 2 * LEASE * 1_000
    while (server.got.length < before + toSend && Date.now() < until && (await unsent()) > 0) await sleep(2)
    await sleep(Math.random() * 15)
    await ended(worker, 'SIGKILL')
    kills += 1
  }

  const copies = new Map<string, number>()
  for (const { id } of server.got) copies.set(id, (copies.get(id) ?? 0) + 1)
  const messages = await heed.inCouncil((trx) => trx.selectFrom('message').select(['id', 'letter_id']).execute())
  equal(messages.length, MESSAGES)
  deepEqual(
    messages.filter(({ letter_id }) => !copies.has(letter_id)),
    [],
    'none is missing',
  )
  equal(copies.size, MESSAGES, 'nothing else was sent')
  const cutShort = await heed.inCouncil((trx) =>
    trx
      .selectFrom('message_attempt as a')
      .leftJoin('message_outcome as o', (join_) => join_.onRef('o.message_id', '=', 'a.message_id').onRef('o.number', '=', 'a.number'))
      .select(['a.message_id', 'a.number'])
      .where('o.number', 'is', null)
      .execute(),
  )
  const shortOf = new Map<string, number>()
  for (const { message_id } of cutShort) shortOf.set(message_id, (shortOf.get(message_id) ?? 0) + 1)
  const unexplained = messages.filter(({ id, letter_id }) => (copies.get(letter_id) ?? 0) - 1 > (shortOf.get(id) ?? 0))
  deepEqual(unexplained, [], 'a second copy went only where a kill left an attempt without an end')
  const states = await heed.inCouncil((trx) => trx.selectFrom('message_now').select('state').where('state', '<>', 'sent').execute())
  deepEqual(states, [])
  const sent = await heed.inCouncil((trx) => trx.selectFrom('event').select('subject').where('kind', '=', 'message.sent').execute())
  equal(sent.length, MESSAGES, 'the history says once of each that it was sent')
  t.diagnostic(`${MESSAGES} messages, ${kills} kills, ${cutShort.length} attempts cut short, ${server.got.length - MESSAGES} second copies`)
})
