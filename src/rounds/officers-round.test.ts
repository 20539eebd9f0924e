import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putRoundOfMany } from '../../support/round-of-many.ts'
import { testApp } from '../../support/test-app.ts'
import type { Page } from '../../support/page.ts'
import { addCouncil } from '../council/add-council.ts'
import { addAccount } from '../people/add-account.ts'
import { inCouncil } from '../platform/database/database.ts'
import { roundAsReading } from './findings-of-round.ts'
import { judgedRound } from './judged-round.ts'
import { noUpdate } from './no-update.ts'
import { writeNote } from './notes.ts'
import { saveUpdate } from './save-update.ts'
import { sendBack } from './send-back.ts'
import { standingsOf } from './standing.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-25T10:00:00Z')
const { officer } = heed.officers
const round = await heed.inCouncil((trx) =>
  putRoundOfMany(trx, officer, { lines: 230, people: 20, answered: 30, accepted: 10, dueOn: '2026-11-20' }),
)
const address = `/rounds/${round.slug}`
const owner = { councilId: heed.councilId, name: 'Contact Number 1', accountId: null }

const stateOf = async (place: number) =>
  heed.inCouncil(async (trx) => (await standingsOf(trx, round.roundId)).get(round.itemIds[place]!)!.state)
const answers = (place: number, basedOn: number, evidence = 'Done since.') =>
  heed.inCouncil((trx) => saveUpdate(trx, owner, round.itemIds[place]!, basedOn, { evidence }, 'owner'))
/** The lines that a page lists, by their links. */
const listed = ({ html }: Page) => [...html.matchAll(/<tr[^>]* id="([0-9a-f-]{36})"/g)].map(([, id]) => id)

test('the page says who was asked, opened, answered, is accepted and late, and what to do next', async () => {
  const page = await (await heed.visitor('officer')).get(address)
  match(page.text, /Asked 230 of twenty people/)
  match(page.text, /Opened their link 14 of 20/)
  match(page.text, /Answered 30 of 230/)
  match(page.text, /Accepted 10 20 to accept/)
  match(page.text, /Late 200/)
  match(page.text, /20 November 2026, five days ago/)
  ok(page.links.some(({ text, href }) => text === 'Accept what came in (20)' && href === `${address}?standing=answered#lines`))
  ok(page.links.some(({ href }) => href === `${address}/chasing`))
})

test('a long round is listed in parts of a hundred lines', async () => {
  const officers = await heed.visitor('officer')
  const [first, last] = [await officers.get(address), await officers.get(`${address}?page=3`)]
  deepEqual([listed(first), listed(last)], [round.itemIds.slice(0, 100), round.itemIds.slice(200)])
  match(last.text, /230 lines; here are 201 to 230/)
  deepEqual(listed(await officers.get(`${address}?page=99`)), listed(last), 'beyond the end is the last part')
})

test('lines are narrowed by how they stand, owner and directorate, and the list that is downloaded with them', async () => {
  const officers = await heed.visitor('officer')
  const answered = await officers.get(`${address}?standing=answered`)
  deepEqual(listed(answered), round.itemIds.slice(10, 30))
  const chosen = await officers.get(`${address}?standing=late&directorate=Place&owner=Head+of+Service+3`)
  ok(listed(chosen).length > 0)
  ok(
    chosen.tables
      .flat()
      .slice(1)
      .every((cells) => cells.some((cell) => /Head of Service 3 /.test(cell)) || cells.includes('Line')),
  )
  const file = chosen.links.find(({ href }) => href.includes('/lines.csv'))!.href
  const csv = (await officers.ask('GET', file)).body
  equal(
    csv
      .trim()
      .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .filter((row) => /Head of Service/.test(row)).length,
    listed(chosen).length,
  )
  match(csv, /late/)
})

test('lines are accepted as they were seen, and the acceptance is taken back together', async () => {
  const officers = await heed.visitor('officer')
  const page = await officers.get(`${address}?standing=answered`)
  const done = await officers.submit(page, { item: [round.itemIds[10]!, round.itemIds[11]!] }, 'Accept')
  equal(done.said, '2 lines are accepted.')
  equal(listed(done).length, 18, 'the lines are still narrowed to those that wait')
  equal(await stateOf(10), 'accepted')
  const back = await officers.submit(done, {}, 'Undo: take the acceptance back')
  match(back.said!, /2 lines are answered again/)
  deepEqual([await stateOf(10), await stateOf(11)], ['answered', 'answered'])
  equal(await stateOf(9), 'accepted', 'what was accepted before stays')
})

test('nothing is accepted where a newer version came after the page was opened, and the page says of which line', async () => {
  const officers = await heed.visitor('officer')
  const page = await officers.get(`${address}?standing=answered`)
  await answers(12, 1)
  const refused = await officers.submit(page, { item: [round.itemIds[12]!, round.itemIds[13]!] }, 'Accept')
  equal(refused.status, 409)
  match(refused.errors[0]!.text, /Nothing was accepted: Recommendation 13 has been answered again/)
  equal(await stateOf(13), 'answered')
  const again = await officers.submit(refused, { item: [round.itemIds[12]!, round.itemIds[13]!] }, 'Accept')
  equal(again.said, '2 lines are accepted.', 'the page shows the newer version, so that it can be accepted')
})

test('all on the page is every line that it showed; those without an answer are left, and said so', async () => {
  const officers = await heed.visitor('officer')
  const page = await officers.get(`${address}?owner=Head+of+Service+15`)
  const done = await officers.submit(page, { all: 'yes' }, 'Accept')
  match(done.said!, /Recommendation 15 is accepted\. \d+ lines were left as they are: no answer waits there/)
  const none = await officers.submit(await officers.get(address), {}, 'Accept')
  equal(none.status, 422)
  match(none.errors[0]!.text, /Tick at least one line/)
})

test('reminding and sending back are led to with the lines ticked, and with no secret in the address', async () => {
  const officers = await heed.visitor('officer')
  const page = await officers.get(`${address}?standing=answered`)
  const form = page.forms.find(({ buttons }) => buttons.some(({ text }) => text === 'Remind'))!
  const item = [round.itemIds[16]!, round.itemIds[17]!]
  for (const [what, noun] of [
    ['remind', 'reminding'],
    ['send-back', 'sending-back'],
  ]) {
    const answer = await officers.ask('POST', form.action, { ...form.values, item, what: what! })
    deepEqual([answer.statusCode, answer.headers.location], [303, `${address}/${noun}?item=${item.join('&item=')}`])
  }
})

test('that no update was received is said in the paper at once of one line and after asking of several, and the owner may still answer', async () => {
  const officers = await heed.visitor('officer')
  const one = await officers.submit(await officers.get(`${address}?standing=wanted`), { item: [round.itemIds[40]!] }, 'No update received')
  match(one.said!, /The paper will say of Recommendation 41 that no update was received/)
  const asking = await officers.submit(
    await officers.get(`${address}?standing=wanted`),
    { item: round.itemIds.slice(41, 43) },
    'No update received',
  )
  equal(asking.heading, 'Put “No update received” in the paper?')
  equal(await stateOf(41), 'unanswered', 'nothing is changed by asking')
  await officers.submit(asking, {}, 'Put it in the paper')
  deepEqual([await stateOf(40), await stateOf(41), await stateOf(42)], ['no-update', 'no-update', 'no-update'])
  const paper = await heed.inCouncil(async (trx) => roundAsReading((await judgedRound(trx, round.slug)).round))
  ok(JSON.stringify(paper).includes('No update received.'))
  const answered = async () => Number(/(\d+) of 230/.exec((await officers.get('/rounds')).text)![1])
  const before = await answered()
  await answers(41, 1)
  equal(await stateOf(41), 'answered')
  equal(await answered(), before + 1, 'no update is no answer')
  match((await officers.get(`${address}/no-update?item=${round.itemIds[41]}`)).text, /No line without an answer was chosen/)
})

test('“No update received” is taken back while the round is open: nothing had been said, or what was sent back stands again', async () => {
  const officers = await heed.visitor('officer')
  const page = async (at: number) => officers.get(`${address}/items/${round.itemIds[at]}`)
  const taken = async (at: number) => officers.submit(await page(at), {}, 'Take “No update received” back')
  const [seen, later] = [await page(42), await page(42)]
  const back = await officers.submit(seen, {}, 'Take “No update received” back')
  match(back.said!, /“No update received” is taken back: Recommendation 43 stands as it did before/)
  equal(await stateOf(42), 'unanswered')
  equal((await officers.submit(later, {}, 'Take “No update received” back')).status, 409)
  const paper = await heed.inCouncil(async (trx) => roundAsReading((await judgedRound(trx, round.slug)).round))
  equal(JSON.stringify(paper).split('No update received.').length - 1, 1, 'of the other line still')
  match((await officers.get(`${address}/items/${round.itemIds[42]}`)).text, /Standing (Not asked|Asked)/)

  await answers(43, 0)
  await heed.inCouncil((trx) => sendBack(trx, officer, round.itemIds[43]!, 1, 'How many?'))
  await heed.inCouncil((trx) => noUpdate(trx, officer, round.slug, [round.itemIds[43]!]))
  await taken(43)
  equal(await stateOf(43), 'sent-back')
  match((await page(43)).text, /How many\?/)
  const versions = await heed.inCouncil((trx) =>
    trx
      .selectFrom('progress_update')
      .select(['version', 'evidence', 'source'])
      .where('item_id', '=', round.itemIds[43]!)
      .orderBy('version')
      .execute(),
  )
  deepEqual(
    versions.map(({ version }) => version),
    [1, 2, 3],
  )
  deepEqual({ ...versions[2], version: 1 }, versions[0], 'what was said stands again, as it was said')
})

test('a line is accepted on its own page, and the next that waits is shown', async () => {
  const officers = await heed.visitor('officer')
  const line = await officers.get(`${address}/items/${round.itemIds[16]}`)
  const next = await officers.submit(line, {}, 'Accept and go to the next')
  match(next.said!, /Recommendation 17 is accepted/)
  equal(next.address.includes(round.itemIds[16]!), false)
  equal(next.heading, 'Recommendation 18')
  const accepted = await officers.get(`${address}/items/${round.itemIds[16]}`)
  match(accepted.text, /its owner cannot change it/)
  const saved = await officers.submit(accepted, { evidence: 'A comma was put right.' }, 'Save')
  equal(await stateOf(16), 'answered', 'a change makes a version that is not accepted')
  await officers.submit(saved, { evidence: 'And a full stop.' }, 'Save and accept')
  equal(await stateOf(16), 'accepted')
  const back = await officers.submit(await officers.get(`${address}/items/${round.itemIds[16]}`), {}, 'Take the acceptance back')
  match(back.said!, /answered again/)
})

test('what an owner told an officer is marked as such on the line, among its versions and in lists', async () => {
  const officers = await heed.visitor('officer')
  const item = `${address}/items/${round.itemIds[50]}`
  const told = { says: 'owner', forWhom: '', how: 'by telephone', evidence: 'Fourteen flats were let.' }
  const refused = await officers.submit(await officers.get(item), told, 'Save')
  equal(refused.status, 422)
  match(refused.errors[0]!.text, /Say who told you this/)
  const saved = await officers.submit(refused, { ...told, forWhom: 'Priya Nand' }, 'Save')
  match(saved.text, /Whose answer Priya Nand told an officer by telephone/)
  const listed = await officers.get(`${address}?standing=answered`)
  match(listed.text, /Priya Nand told an officer by telephone/)
  match((await officers.ask('GET', `${address}/lines.csv`)).body, /"?Priya Nand, by telephone"?/)
  const own = await officers.submit(saved, { says: 'myself', evidence: 'Fifteen flats were let.' }, 'Save')
  match(own.text, /Version 1, Oswin Thorpe, \d+ \w+ \d{4}, Priya Nand told an officer by telephone/)
  equal(/Whose answer/.test(own.text), false, 'the officer’s own version is not')
})

test('an owner’s note waits on the round’s page until the officer answers it', async () => {
  const officers = await heed.visitor('officer')
  await heed.inCouncil((trx) => writeNote(trx, owner, round.itemIds[60]!, 'May this wait until Friday?', round.linkIds[0]))
  const waiting = await officers.get(`${address}?notes=waiting`)
  deepEqual(listed(waiting), [round.itemIds[60]])
  const item = `${address}/items/${round.itemIds[60]}`
  const blank = await officers.submit(await officers.get(item), { words: ' ' }, 'Write the note')
  equal(blank.status, 422)
  const answered = await officers.submit(blank, { words: 'Until noon on Friday.' }, 'Write the note')
  match(answered.text, /Contact Number 1, who was asked.*May this wait until Friday\?.*Oswin Thorpe.*Until noon on Friday/)
  deepEqual(listed(await officers.get(`${address}?notes=waiting`)), [])
})

test('an owner’s explanation of a finding becomes the override with one button', async () => {
  const officers = await heed.visitor('officer')
  await answers(70, 0, 'As above')
  const found = await heed.inCouncil(
    async (trx) => (await judgedRound(trx, round.slug)).lines.find((line) => line.itemId === round.itemIds[70])!.findings[0]!,
  )
  await heed.inCouncil(async (trx) => {
    const submission = {
      council_id: heed.councilId,
      asking_id: round.askingIds[0]!,
      asking_link_id: round.linkIds[0]!,
      submitted_by: 'Contact Number 1',
    }
    const { id } = await trx.insertInto('submission').values(submission).returning('id').executeTakeFirstOrThrow()
    const explanation = {
      council_id: heed.councilId,
      submission_id: id,
      item_id: round.itemIds[70]!,
      rule: found.rule,
      of: found.key,
      reason: 'The page above says it.',
    }
    await trx.insertInto('finding_explanation').values(explanation).execute()
  })
  const line = await officers.get(`${address}/items/${round.itemIds[70]}`)
  match(line.text, /Contact Number 1 explains: The page above says it/)
  const done = await officers.submit(line, {}, 'Override the finding with this reason')
  match(done.text, /Overridden by Oswin Thorpe: The page above says it\. \(Contact Number 1\)/)
})

test('a round that is kept in memory is shown to no other council, and anew after every change', async () => {
  await heed.inCouncil((trx) => judgedRound(trx, round.slug))
  const elsewhere = await addCouncil(heed.database.app, { name: 'Ashmere', colour: '#1d4f6e', contact: '' }, async (trx, councilId) => {
    await addAccount(
      trx,
      councilId,
      { email: 'ann@ashmere.example', name: 'Ann', role: 'officer', password: 'kettle-marble-thursday' },
      null,
    )
    return councilId
  })
  await rejects(
    inCouncil(heed.database.app, elsewhere, (trx) => judgedRound(trx, round.slug)),
    { code: 'not-found' },
  )
  const evidenceOf = async (place: number) =>
    heed.inCouncil(
      async (trx) => (await judgedRound(trx, round.slug)).lines.find((line) => line.itemId === round.itemIds[place])!.update.evidence,
    )
  equal(await evidenceOf(80), '')
  const undone = heed.inCouncil(async (trx) => {
    await saveUpdate(trx, owner, round.itemIds[80]!, 0, { evidence: 'Never kept.' }, 'owner')
    equal((await judgedRound(trx, round.slug)).lines.find((line) => line.itemId === round.itemIds[80])!.update.evidence, 'Never kept.')
    throw new Error('undone')
  })
  await rejects(undone, /undone/)
  equal(await evidenceOf(80), '', 'what was rolled back is not remembered')
  await answers(80, 0, 'Kept.')
  equal(await evidenceOf(80), 'Kept.')
})
