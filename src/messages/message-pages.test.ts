import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { anAsking, ALWAYS, queued, setPost } from '../../support/outbox.ts'
import { emailOf, testApp } from '../../support/test-app.ts'
import { unseal } from '../platform/core/seal.ts'
import { openPosts } from './open-posts.ts'
import { secretUse } from './post-settings.ts'
import { postSettings } from './post-settings.queries.ts'
import { sendMessageJob } from './send-message.job.ts'
import { queueMessage } from './queue-message.ts'

const heed = await testApp({ after })
const folder = mkdtempSync(join(tmpdir(), 'heed-pages-'))
after(() => rmSync(folder, { recursive: true }))

async function send(messageId: string): Promise<void> {
  const sending = sendMessageJob({ posts: openPosts({ key: heed.key, folder }), key: heed.key })
  await sending.run({ councilId: heed.councilId, inCouncil: heed.inCouncil, clock: () => heed.clock.now }, { messageId })
}

const kinds = () =>
  heed.inCouncil((trx) => trx.selectFrom('event').select('kind').orderBy('number').execute()).then((rows) => rows.map(({ kind }) => kind))

test('an administrator sets the post, each fault is named at its field, and a secret is kept sealed and never shown', async () => {
  const visitor = await heed.visitor('administrator')
  const page = await visitor.get('/settings/messages')
  match(page.text, /Messages reach nobody/)
  const wrong = {
    post: 'smtp',
    smtpPort: 'many',
    from: '18:00',
    until: '8 pm',
    senderAddress: 'a@b.example, c@d.example',
    closedDays: 'Christmas',
  }
  const refused = await visitor.submit(page, wrong)
  equal(refused.status, 422)
  deepEqual(new Set(refused.errors.map(({ field }) => field)), new Set(['senderAddress', 'until', 'closedDays', 'smtpPort']))
  const never = await visitor.submit(refused, { ...wrong, from: '24:00', until: '24:30' })
  match(
    never.errors.find(({ field }) => field === 'until')?.text ?? '',
    /Enter a time/,
    'no day has hours after 24:00, in which messages could go',
  )
  const smtp = {
    post: 'smtp',
    smtpHost: 'mail.wexcombe.example',
    smtpPort: '587',
    smtpUser: 'heed',
    senderAddress: 'scrutiny@wexcombe.example',
    webAddress: 'https://heed.wexcombe.example',
    from: '08:00',
    until: '18:00',
    closedDays: '2026-12-29',
  }
  const bare = await visitor.submit(refused, { ...smtp, smtpPassword: '' })
  deepEqual(bare.errors, [{ text: 'Enter the password for this mail server', field: 'smtpPassword' }])
  const saved = await visitor.submit(bare, { ...smtp, smtpPassword: 'open-sesame' })
  match(saved.said ?? '', /The settings were saved/)
  doesNotMatch(saved.html, /open-sesame/)
  const again = await visitor.submit(saved, { senderName: 'Wexcombe Scrutiny' })
  match(again.said ?? '', /The settings were saved/)
  const kept = await heed.inCouncil(postSettings)
  equal(
    unseal(heed.key(), secretUse(heed.councilId, 'smtp'), kept.smtpSealed!),
    'open-sesame',
    'a blank password keeps the one that is there',
  )
  const elsewhere = await visitor.submit(again, { smtpHost: 'mail.evil.example' })
  deepEqual(
    elsewhere.errors.map(({ field }) => field),
    ['smtpPassword'],
    'a kept password goes to no other server',
  )
  const byFolder = await visitor.submit(elsewhere, { post: 'folder', smtpHost: 'mail.evil.example' })
  match(byFolder.said ?? '', /The settings were saved/)
  const roundabout = await visitor.submit(byFolder, { post: 'smtp' })
  deepEqual(
    roundabout.errors.map(({ field }) => field),
    ['smtpPassword'],
    'nor by way of the folder',
  )
  const notify = await visitor.submit(await visitor.get('/settings/messages'), {
    post: 'notify',
    notifyTemplate: '',
    notifySecret: 'short',
  })
  deepEqual(new Set(notify.errors.map(({ field }) => field)), new Set(['notifyTemplate', 'notifySecret']))
  equal((await (await heed.visitor('officer')).get('/settings/messages')).status, 403)
})

test('a test letter goes to whoever asks for it, and its page says what became of it', async () => {
  await setPost(heed, {})
  const visitor = await heed.visitor('administrator')
  const page = await visitor.submit(await visitor.get('/settings/messages'), {}, 'Send me a test letter')
  equal(page.heading, 'Test letter from Heed')
  match(page.text, /Waiting/)
  match(page.text, new RegExp(emailOf('administrator')))
  await send(page.address.split('/').at(-1) ?? '')
  match((await visitor.get(page.address)).text, /went to nobody: it lies in/)
})

test('what went out is listed latest first, filtered, and shown as it went but for the link', async () => {
  await setPost(heed, { ...ALWAYS, webAddress: 'https://heed.wexcombe.example' })
  heed.clock.now = new Date(heed.clock.now.getTime() + 60_000)
  const { id } = await queued(heed, {
    purpose: 'asking of Ned',
    to: { contactId: null, name: 'Ned <b>Stark</b>', address: 'ned@north.example' },
  })
  await send(id)
  heed.clock.now = new Date(heed.clock.now.getTime() + 60_000)
  await queued(heed, { purpose: 'asking of Rosa' })
  const visitor = await heed.visitor('officer')
  const list = await visitor.get('/messages')
  deepEqual(
    list.tables[0]?.slice(1, 3).map((row) => [row[1], row[4]]),
    [
      ['Rosa Field rosa@parks.example', 'Waiting'],
      ['Ned <b>Stark</b> ned@north.example', 'Sent'],
    ],
  )
  const filtered = await visitor.submit(list, { words: 'NORTH', state: 'sent' }, 'Filter')
  equal(filtered.tables[0]?.length, 2)
  match((await visitor.submit(list, { words: '%', state: '' }, 'Filter')).text, /No message fits/)
  const message = await visitor.get(`/messages/${id}`)
  match(message.text, /Dear Ned <b>Stark<\/b>/)
  match(message.text, /\[the person’s own link, which is kept sealed\]/)
  const letter = await visitor.ask('GET', `/messages/${id}/letter`)
  match(letter.body, /Dear Ned &lt;b&gt;Stark&lt;\/b&gt;/)
  doesNotMatch(letter.body, /a-secret-of-43/)
  match(String(letter.headers['content-security-policy']), /default-src 'none'/)
  equal((await visitor.get('/messages/no-such')).status, 404)
})

test('older messages follow page by page, each once, though many were queued at one moment', async () => {
  for (let n = 0; n < 105; n += 1)
    await queued(heed, { purpose: `paged ${n}`, to: { contactId: null, name: `Paged ${n}`, address: 'p@north.example' } })
  const visitor = await heed.visitor('officer')
  const names: (string | undefined)[] = []
  let address: string | undefined = '/messages?words=paged'
  while (address) {
    const page = await visitor.get(address)
    names.push(...(page.tables[0]?.slice(1).map((row) => row[1]) ?? []))
    address = page.links.find(({ text }) => text.includes('Older'))?.href
  }
  deepEqual([names.length, new Set(names).size], [105, 105])
})

test('an officer records that a message came back; one that has not gone out cannot have', async () => {
  const visitor = await heed.visitor('officer')
  const { id } = await queued(heed, { purpose: 'asking of Ned' })
  const refused = await visitor.submit(await visitor.get(`/messages/${id}/bounce`), { words: '' })
  deepEqual(
    refused.errors.map(({ field }) => field),
    ['words'],
  )
  const page = await visitor.submit(refused, { words: '550 mailbox unknown' })
  match(page.text, /Came back.*550 mailbox unknown/)
  match((await visitor.get('/messages')).text, /In the last 60 days: 1 came back/)
  const waiting = await queued(heed, { purpose: 'asking of nobody yet' })
  const early = await visitor.submit(await visitor.get(`/messages/${waiting.id}/bounce`), { words: 'x' })
  equal(early.status, 409)
  equal((await kinds()).at(-2), 'message.bounced')
})

test('words are previewed, refused with their faults, saved as the council’s own, and go out; Heed’s come back', async () => {
  const visitor = await heed.visitor('administrator')
  const address = '/settings/messages/words/reminder'
  const page = await visitor.get(address)
  match(page.text, /Filled in with an example/)
  const body = 'Hello {name}\n\n<i>Please</i> answer:\n\n{lines}\n\n{link}'
  const preview = await visitor.submit(page, { subject: 'Nudge: {round}', body }, 'Preview')
  match(preview.text, /Preview.*Nudge: Winter 2027.*Hello Rosa Field.*<i>Please<\/i>/)
  match((await visitor.get(address)).text, /These are Heed’s words/)
  const faulty = await visitor.submit(preview, { body: 'Hello {nmae}' })
  equal(faulty.status, 422)
  match(faulty.errors[0]?.text ?? '', /Did you mean \{name\}/)
  equal(faulty.forms.find(({ values }) => 'body' in values)?.values.body, 'Hello {nmae}', 'what was typed is kept')
  const saved = await visitor.submit(faulty, { subject: 'Nudge: {round}', body })
  match(saved.text, /your council’s own words/)
  const { to, said, link } = anAsking()
  const reminder = { step: 'reminder' as const, purpose: 'reminder of Rosa', about: '/rounds/winter-2027', to, said, link }
  const { id } = await heed.inCouncil((trx) => queueMessage<'reminder'>(trx, heed.officers.officer, heed.key, reminder, heed.clock.now))
  equal((await visitor.get(`/messages/${id}`)).heading, 'Nudge: Winter 2027')
  const real = await visitor.get(address)
  match(real.text, /as in the latest message of this kind.*Parks, 3: Inspect every play area/)
  const elsewhere = await visitor.get(address)
  const restored = await visitor.submit(real, {}, 'Go back to Heed’s own words')
  match(restored.text, /These are Heed’s words/)
  const late = await visitor.submit(elsewhere, {}, 'Go back to Heed’s own words')
  equal(late.status, 409)
  match(
    String(late.forms.find(({ values }) => 'body' in values)?.values.body),
    /^Dear \{name\}/,
    'the words as they stand are there to be changed',
  )
  deepEqual(
    (await kinds()).filter((kind) => kind.startsWith('words.')),
    ['words.saved', 'words.restored'],
  )
  equal((await visitor.get('/settings/messages/words/no-such')).status, 404)
})

test('one council’s messages and words are not another’s', async () => {
  const other = await testApp({ after })
  const { id } = await queued(heed, { purpose: 'asking of Ned' })
  equal((await (await other.visitor('officer')).get(`/messages/${id}`)).status, 404)
})
