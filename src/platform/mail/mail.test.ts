import { deepEqual, equal, match, doesNotMatch } from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { mailServer, notifyServer, smtpError } from '../../../support/mail-server.ts'
import { folderPost } from './folder-post.ts'
import type { Letter, Post } from './letter.ts'
import { notifyPost } from './notify-post.ts'
import { smtpPost, type SmtpSettings } from './smtp-post.ts'

const LETTER: Letter = {
  id: 'asking-1@wexcombe.example',
  from: { name: 'Wexcombe Scrutiny', address: 'scrutiny@wexcombe.example' },
  to: { name: 'Rosa Field, “Head” of Parks', address: 'rosa@parks.example' },
  replyTo: 'officer@wexcombe.example',
  subject: 'Your updates for Winter 2027 – £ and ü',
  text: 'Dear Rosa,\n\nPlease answer.\n',
  html: '<!doctype html><html lang="en-GB"><title>x</title><p>Dear Rosa,</p></html>',
  files: [{ name: 'form.docx', type: 'application/octet-stream', bytes: Buffer.from('PK form') }],
}
const QUICK = { reach: 1, word: 1, letter: 3 }

function postTo(t: TestContext, port: number, settings: Partial<SmtpSettings> = {}): Post {
  const post = smtpPost({ host: '127.0.0.1', port, security: 'none', user: '', password: '', ...settings }, QUICK)
  t.after(() => post.close())
  return post
}

test('a letter arrives with its Message-ID, both texts, its file and whom to reply to', async (t) => {
  const server = await mailServer(t)
  const handed = await postTo(t, server.port).send(LETTER)
  equal(handed.became, 'sent')
  const [got] = server.got
  equal(got?.id, LETTER.id)
  deepEqual([got?.from, got?.to], ['scrutiny@wexcombe.example', ['rosa@parks.example']])
  equal(got?.header('reply-to'), 'officer@wexcombe.example')
  match(got?.raw ?? '', /multipart\/alternative/)
  match(got?.raw ?? '', /text\/plain; charset=utf-8/)
  match(got?.raw ?? '', /text\/html; charset=utf-8/)
  match(got?.raw ?? '', /filename=form.docx/)
  equal(got?.header('auto-submitted'), 'auto-generated')
})

test('nothing that is written into a letter makes another header or another recipient', async (t) => {
  const server = await mailServer(t)
  const post = postTo(t, server.port)
  const evil = 'Hello\r\nBcc: victim@elsewhere.example\r\n\r\nBody'
  const files = [{ name: 'a\r\nX-Evil: 1.txt', type: 'text/plain\r\nX-Evil: 2', bytes: Buffer.from('x') }]
  equal(
    (await post.send({ ...LETTER, subject: evil, from: { ...LETTER.from, name: evil }, to: { ...LETTER.to, name: evil }, files })).became,
    'sent',
  )
  const [got] = server.got
  deepEqual(got?.to, ['rosa@parks.example'])
  doesNotMatch(got?.raw ?? '', /^(bcc|x-evil):/im)
  for (const address of ['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', '<a@b.example>', 'nobody', 'a b@c.example'])
    equal((await post.send({ ...LETTER, to: { name: '', address } })).became, 'refused', address)
  equal((await post.send({ ...LETTER, replyTo: 'a@b.example\nX: y' })).became, 'refused')
  equal(server.got.length, 1)
})

test('what a server says of the letter is final where it is final, and else tried again', async (t) => {
  const server = await mailServer(t)
  const post = postTo(t, server.port)
  server.answer.recipient = () => smtpError(550, 'No such mailbox')
  deepEqual(await post.send(LETTER), { became: 'refused', words: 'The mail server refused it: 550 No such mailbox' })
  server.answer.recipient = () => smtpError(450, 'Greylisted, come back')
  equal((await post.send(LETTER)).became, 'delayed')
  server.answer = Object.assign(server.answer, { recipient: undefined, letter: () => smtpError(554, 'Looks like spam') })
  equal((await post.send(LETTER)).became, 'refused')
  server.answer.letter = () => smtpError(452, 'Disk full')
  equal((await post.send(LETTER)).became, 'delayed')
  server.answer.letter = undefined
  equal((await post.send(LETTER)).became, 'sent', 'the same post goes on')
})

test('a wrong password is the post’s fault and not the letter’s', async (t) => {
  const server = await mailServer(t, {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'heed' && password === 'right' ? done(null, { user: 'heed' }) : done(smtpError(535, 'Authentication failed')),
  })
  const wrong = await postTo(t, server.port, { user: 'heed', password: 'wrong' }).send(LETTER)
  equal(wrong.became, 'delayed')
  match(wrong.words, /does not accept the name and password/)
  equal((await postTo(t, server.port, { user: 'heed', password: 'right' }).send(LETTER)).became, 'sent')
})

test('a server without TLS, or with a certificate that nobody vouches for, gets neither letter nor password', async (t) => {
  const said: string[] = []
  const plain = await mailServer(t, { onAuth: (_auth, _session, done) => (said.push('auth'), done(null, { user: 'x' })) })
  const refused = await postTo(t, plain.port, { security: 'starttls', user: 'heed', password: 'secret' }).send(LETTER)
  equal(refused.became, 'delayed')
  match(refused.words, /No safe connection/)
  const selfSigned = await mailServer(t, { disabledCommands: [] })
  equal((await postTo(t, selfSigned.port, { security: 'starttls' }).send(LETTER)).became, 'delayed')
  deepEqual([plain.got.length, selfSigned.got.length, said.length], [0, 0, 0])
})

test('a server that is away, breaks off, says nothing or never ends is waited for and no longer', async (t) => {
  const server = await mailServer(t)
  const away = postTo(t, server.port)
  await server.close()
  equal((await away.send(LETTER)).became, 'delayed')
  const listening = async (onConnection: Parameters<typeof createServer>[1]) => {
    const bare = createServer(onConnection)
    await new Promise<void>((resolve) => void bare.listen(0, '127.0.0.1', () => resolve()))
    t.after(() => bare.close())
    return (bare.address() as AddressInfo).port
  }
  const dropped = await listening((socket) => void socket.end('220 hello\r\n'))
  equal((await postTo(t, dropped).send(LETTER)).became, 'delayed')
  const silent = await listening((socket) => void socket.on('error', () => {}).unref())
  equal((await postTo(t, silent).send(LETTER)).became, 'delayed')
  const slow = await mailServer(t)
  slow.answer.letter = async () => {
    await new Promise((resolve) => void setTimeout(resolve, 4_000).unref())
    return undefined
  }
  const late = await postTo(t, slow.port).send(LETTER)
  equal(late.became, 'delayed')
})

const KEY = `heed-${'a'.repeat(8)}-aaaa-4aaa-8aaa-${'a'.repeat(12)}-${'b'.repeat(8)}-bbbb-4bbb-8bbb-${'b'.repeat(12)}`

test('GOV.UK Notify gets the subject, the text and the letter’s own reference, and says later what became of it', async (t) => {
  const notify = await notifyServer(t)
  const post = notifyPost({ key: KEY, template: 'template-1' }, notify.address)
  const handed = await post.send({ ...LETTER, text: 'Dear Rosa,\n\n- one\n- two\n# not a heading\n' })
  equal(handed.became, 'sent')
  match(handed.words, /attachments did not go/)
  const [sent] = notify.sent
  deepEqual(
    { ...sent, id: '' },
    {
      id: '',
      email_address: 'rosa@parks.example',
      template_id: 'template-1',
      reference: LETTER.id,
      personalisation: { subject: LETTER.subject, body: 'Dear Rosa,\n\n* one\n* two\n\u200b# not a heading\n' },
    },
  )
  const reference = handed.became === 'sent' ? (handed.reference ?? '') : ''
  equal(await post.heardOf?.(reference), null)
  notify.status.set(reference, 'permanent-failure')
  equal((await post.heardOf?.(reference))?.became, 'bounced')
  notify.status.set(reference, 'delivered')
  equal((await post.heardOf?.(reference))?.became, 'delivered')
})

test('after an attempt that was cut short, Notify is asked first, and the letter goes once', async (t) => {
  const notify = await notifyServer(t)
  const post = notifyPost({ key: KEY, template: 'template-1' }, notify.address)
  await post.send(LETTER)
  equal((await post.send(LETTER, true)).became, 'sent')
  equal(notify.sent.length, 1)
  equal((await post.send({ ...LETTER, id: 'other@wexcombe.example' }, true)).became, 'sent')
  equal(notify.sent.length, 2)
})

test('Notify’s refusals of an address are final; of the key, the load or itself they pass', async (t) => {
  const notify = await notifyServer(t)
  const post = notifyPost({ key: KEY, template: 'template-1' }, notify.address)
  const said: [number, string, string][] = [
    [400, 'email_address Not a valid email address', 'refused'],
    [400, 'Can’t send to this recipient using a team-only API key', 'refused'],
    [400, 'Template not found', 'delayed'],
    [403, 'Invalid token: API key not found', 'delayed'],
    [429, 'Exceeded rate limit', 'delayed'],
    [500, 'Internal server error', 'delayed'],
  ]
  for (const [status, message, became] of said) {
    notify.refuse.next = { status, message }
    const handed = await post.send(LETTER)
    equal(handed.became, became, message)
    match(handed.words, new RegExp(message))
  }
  equal((await notifyPost({ key: KEY, template: 'x' }, 'http://127.0.0.1:9').send(LETTER)).became, 'delayed')
})

test('without a post, letters are files that a mail program opens, and the words say that they went to nobody', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-letters-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const post = folderPost(join(folder, 'letters'))
  match((await post.send(LETTER)).words, /went to nobody/)
  await post.send(LETTER)
  deepEqual(readdirSync(join(folder, 'letters')), ['asking-1.eml'])
  match(readFileSync(join(folder, 'letters/asking-1.eml'), 'utf8'), /^To: [^:]*<rosa@parks.example>/m)
})
