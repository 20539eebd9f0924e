import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedFor, fieldsOf, itemsOfRound } from '../../support/asked-owner.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import type { Visitor } from '../../support/visitor.ts'
import { linkFor } from '../asking/asking-link.ts'
import { saveWords } from '../messages/save-words.ts'
import { closeRound } from '../rounds/close-round.ts'
import { saveUpdate } from '../rounds/save-update.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-10T09:30:00Z')
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const round = carers.rounds.at(-1)!
const [form2a, form2b, breaks, passes, evening] = (await itemsOfRound(heed, round.id)) as [string, string, string, string, string]
let people = 0

async function opened(items: string[], name = 'Rosa Field', expiresAt?: Date) {
  people += 1
  const address = `${name.split(' ')[0]!.toLowerCase()}.${people}@wexcombe.example`
  const asked = await askedFor(heed, round.id, items, { name, address, ...(expiresAt && { expiresAt }) })
  const visitor = await heed.visitor()
  return { asked, visitor, page: await visitor.get(asked.href), home: `/asked/${asked.askingId}`, address }
}

async function versionsOf(itemId: string) {
  return heed.inCouncil((trx) =>
    trx
      .selectFrom('progress_update')
      .select(['version', 'evidence', 'source', 'grade_code', 'revised_words', 'revised_reason'])
      .where('item_id', '=', itemId)
      .orderBy('version')
      .execute(),
  )
}

async function messagesTo(address: string) {
  return heed.inCouncil((trx) => trx.selectFrom('message').selectAll().where('to_address', '=', address).execute())
}

/** An officer saves a line of the round. */
async function officerSaves(itemId: string, basedOn: number, evidence: string): Promise<void> {
  await heed.inCouncil((trx) => saveUpdate(trx, heed.officers.officer, itemId, basedOn, { evidence, gradeCode: '2' }))
}

async function writes(visitor: Visitor, home: string, itemId: string, values: Record<string, string>) {
  const page = await visitor.get(home)
  return visitor.submit(page, fieldsOf(itemId, values), 'Check your answers')
}

test('whoever checks before anything is written is led back to answer', async () => {
  const { visitor, home } = await opened([form2a])
  const page = await visitor.get(`${home}/sending`)
  assert.match(page.text, /Nothing is written yet/)
  assert.ok(page.links.some(({ text, href }) => text === 'Go back and answer' && href === home))
})

test('answers are checked, sent, and told in a receipt to whoever sent them', async () => {
  const { visitor, home, address, asked } = await opened([evening, passes])
  const checked = await writes(visitor, home, evening, { answer: 'same', because: 'The evening is held in June.' })
  assert.equal(checked.heading, 'Check your answers')
  assert.match(checked.text, /No change since last time, because: The evening is held in June\..*2 – On Track/)
  assert.match(checked.text, /Left for later: Recommendation 4\. You can send it by the same link/)
  const receipt = await visitor.submit(checked, {}, 'Send this answer')
  assert.equal(receipt.heading, 'What you have sent')
  assert.match(receipt.said ?? '', new RegExp(`Thank you\\. Your answer is sent\\. A receipt is on its way to ${address}`))
  assert.match(receipt.text, /Still to answer: Recommendation 4\./)
  assert.match(receipt.text, /Sent by Rosa Field, 10 November 2026, 09:30/)
  assert.match(receipt.text, /go before Children and Young People Panel on 9 December 2026/)
  assert.deepEqual(await versionsOf(evening), [
    {
      version: 1,
      evidence: 'No change since last time, because: The evening is held in June.',
      source: 'owner',
      grade_code: '2',
      revised_words: null,
      revised_reason: null,
    },
  ])
  const [message, ...others] = await messagesTo(address)
  assert.equal(others.length, 0)
  assert.match(
    message!.body_text,
    /Recommendation 5: 2 – On Track\nNo change since last time, because: The evening is held in June\.\n\nStill to answer: Recommendation 4\./,
  )
  const kept = await heed.inCouncil(async (trx) => ({
    drafts: await trx.selectFrom('draft').selectAll().where('asking_id', '=', asked.askingId).execute(),
    given: await trx.selectFrom('submission_update').selectAll().where('item_id', '=', evening).execute(),
    of: await trx.selectFrom('asking_message').selectAll().where('asking_id', '=', asked.askingId).execute(),
    events: await trx.selectFrom('event').selectAll().where('kind', '=', 'answers.submitted').execute(),
  }))
  assert.deepEqual([kept.drafts.length, kept.given[0]?.no_change, kept.of.length, kept.events.length], [0, true, 1, 1])
  assert.equal(kept.events[0]?.actor_name, 'Rosa Field')
})

test('an answer can be changed until an officer accepts it', async () => {
  const { visitor, home } = await opened([evening])
  const receipt = await visitor.get(`${home}/receipt`)
  const change = await visitor.get(receipt.links.find(({ text }) => text.startsWith('Change this answer'))!.href)
  assert.match(change.html, />The evening is held in June\.<\/textarea>/, 'it opens as it was given')
  const checked = await visitor.submit(
    change,
    fieldsOf(evening, {
      answer: 'report',
      evidence: 'Eleven young carers spoke on 3 November 2026.',
      grade: '1',
      impact: 'The Panel asked for two changes.',
    }),
    'Check your answers',
  )
  await visitor.submit(checked, {}, 'Send this answer')
  assert.deepEqual(
    (await versionsOf(evening)).map(({ version, grade_code }) => [version, grade_code]),
    [
      [1, '2'],
      [2, '1'],
    ],
  )
  const { councilId: council_id } = heed.officers.officer
  await heed.inCouncil((trx) => trx.insertInto('acceptance').values({ council_id, item_id: evening, version: 2 }).execute())
  const accepted = await visitor.get(home)
  assert.match(accepted.text, /An officer accepted this.*can no longer be changed here/)
  assert.doesNotMatch(accepted.text, /Change this answer/)
  const late = await visitor.submit(
    change,
    fieldsOf(evening, { answer: 'report', evidence: 'Too late.', draft: '', revision: '0' }),
    'Save and come back later',
  )
  assert.equal(late.status, 409)
  assert.match(late.text, /Too late\./)
})

test('a line of which the paper says that no update was received opens blank, and can be answered still', async () => {
  await officerSaves(passes, 0, 'No update was received.')
  const { councilId: council_id } = heed.officers.officer
  await heed.inCouncil((trx) => trx.insertInto('no_update').values({ council_id, item_id: passes, version: 1 }).execute())
  const { page, visitor, home } = await opened([passes])
  assert.match(page.text, /To answer/)
  assert.doesNotMatch(page.html, /No update was received/)
  const checked = await writes(visitor, home, passes, {
    answer: 'report',
    evidence: 'It was asked again in May.',
    grade: '4',
    explanation: 'Refused.',
  })
  const sent = await visitor.submit(checked, {}, 'Send this answer')
  assert.equal(sent.heading, 'What you have sent')
  assert.deepEqual(
    (await versionsOf(passes)).map(({ source }) => source),
    ['officer', 'owner'],
  )
})

test('what stops a paper is mended or explained before it is sent; everything else only noticed', async () => {
  const { visitor, home } = await opened([form2a])
  const checked = await writes(visitor, home, form2a, {
    answer: 'report',
    evidence: 'The form was signed by six partners on 2 November 2026.',
    grade: '2',
  })
  assert.match(checked.text, /The promised date has passed, so please choose/)
  const refused = await visitor.submit(checked, {}, 'Send this answer')
  assert.equal(refused.status, 422)
  assert.match(refused.errors[0]!.text, /Mend this line, or say why it should stay as it is/)
  assert.equal((await versionsOf(form2a)).length, 0)
  const field = Object.keys(refused.forms.find(({ buttons }) => buttons.length > 0)!.values).find((name) => name.startsWith('because.'))!
  const sent = await visitor.submit(refused, { [field]: 'The Panel agreed the later date in March.' }, 'Send this answer')
  assert.equal(sent.heading, 'What you have sent')
  assert.match(sent.text, /Left as it is, because: The Panel agreed the later date in March\./)
  const [explained] = await heed.inCouncil((trx) =>
    trx.selectFrom('finding_explanation').selectAll().where('item_id', '=', form2a).execute(),
  )
  assert.deepEqual([explained?.rule, explained?.reason], ['on_track_overdue', 'The Panel agreed the later date in March.'])
  assert.match(explained?.of ?? '', /Support for young carers · 2 · a · /)
})

test('a line with no change, whose date has passed, gives its new date with the same reason', async () => {
  const { visitor, home } = await opened([breaks])
  const change = await visitor.get(`${home}?change=${breaks}`)
  const values = fieldsOf(breaks, { answer: 'same', because: 'The provider starts in May.', sameDate: 'September 2027' })
  const checked = await visitor.submit(change, values, 'Check your answers')
  await visitor.submit(checked, {}, 'Send this answer')
  const last = (await versionsOf(breaks)).at(-1)
  assert.deepEqual([last?.grade_code, last?.revised_words, last?.revised_reason], ['3', 'September 2027', 'The provider starts in May.'])
})

test('answers sent twice are sent once, with one receipt', async () => {
  const { visitor, home, address } = await opened([passes])
  const before = (await versionsOf(passes)).length
  const change = await visitor.get(`${home}?change=${passes}`)
  const checked = await visitor.submit(
    change,
    fieldsOf(passes, { answer: 'same', because: 'The combined authority refuses.' }),
    'Check your answers',
  )
  const elsewhere = await visitor.another().get(`${home}/sending`)
  const [one, two] = await Promise.all([
    visitor.submit(checked, {}, 'Send this answer'),
    visitor.another().submit(checked, {}, 'Send this answer'),
  ])
  assert.deepEqual([one.heading, two.heading], ['What you have sent', 'What you have sent'])
  const third = await visitor.submit(elsewhere, {}, 'Send this answer')
  assert.equal(third.status, 409)
  assert.match(third.errors[0]!.text, /was sent already, by Rosa Field/)
  assert.equal((await versionsOf(passes)).length, before + 1)
  assert.equal((await messagesTo(address)).length, 1)
})

test('two owners on one line: the second is told, both texts are shown side by side, and nothing is overwritten', async () => {
  const [ann, bo] = [await opened([form2b], 'Ann Reed'), await opened([form2b], 'Bo Marsh')]
  const hers = await writes(ann.visitor, ann.home, form2b, {
    answer: 'report',
    evidence: 'Ann: nine surgeries were trained.',
    grade: '2',
    impact: 'Two families came forward.',
  })
  const his = await writes(bo.visitor, bo.home, form2b, {
    answer: 'report',
    evidence: 'Bo: eleven surgeries were trained.',
    grade: '2',
    impact: 'Many.',
  })
  await ann.visitor.submit(hers, {}, 'Send this answer')
  const told = await bo.visitor.submit(his, {}, 'Send this answer')
  assert.equal(told.status, 409)
  assert.match(told.errors[0]!.text, /Ann Reed saved Recommendation 2, part b while you were writing/)
  assert.match(told.text, /On the record now.*Ann: nine surgeries were trained.*What you wrote.*Bo: eleven surgeries were trained/)
  assert.equal((await versionsOf(form2b)).length, 1)
  const together = await bo.visitor.get(told.links.find(({ text }) => text.startsWith('Put it together'))!.href.split('#')[0]!)
  assert.match(together.html, />Bo: eleven surgeries were trained\.<\/textarea>/)
  const checked = await bo.visitor.submit(
    together,
    fieldsOf(form2b, { evidence: 'Nine surgeries by Ann’s count, two more by Bo’s.' }),
    'Check your answers',
  )
  await bo.visitor.submit(checked, {}, 'Send this answer')
  assert.deepEqual(
    (await versionsOf(form2b)).map(({ evidence }) => evidence),
    ['Ann: nine surgeries were trained.', 'Nine surgeries by Ann’s count, two more by Bo’s.'],
  )
})

test('an owner and an officer on one update: the owner’s text is kept and shown beside the officer’s', async () => {
  const { visitor, home } = await opened([form2b])
  const change = await visitor.get(`${home}?change=${form2b}`)
  const before = (await versionsOf(form2b)).length
  await officerSaves(form2b, before, 'The officer heard of twelve surgeries.')
  const checked = await visitor.submit(
    change,
    fieldsOf(form2b, { answer: 'report', evidence: 'The owner counted thirteen surgeries.' }),
    'Check your answers',
  )
  assert.match(checked.text, /The officer heard of twelve surgeries.*The owner counted thirteen surgeries/)
  assert.match(checked.text, /not ready/)
  assert.equal((await versionsOf(form2b)).length, before + 1)
})

test('an officer who saves in the very moment of sending overwrites nothing and is not overwritten', async () => {
  const { visitor, home } = await opened([form2a])
  const before = (await versionsOf(form2a)).length
  const change = await visitor.get(`${home}?change=${form2a}`)
  const checked = await visitor.submit(
    change,
    fieldsOf(form2a, { answer: 'report', evidence: 'Owner, in a race.', grade: '1', impact: 'Some.' }),
    'Check your answers',
  )
  const field = Object.keys(checked.forms.find(({ buttons }) => buttons.length > 0)!.values).filter((name) => name.startsWith('because.'))
  const because = Object.fromEntries(field.map((name) => [name, 'It is so.']))
  const [sent, saved] = await Promise.allSettled([
    visitor.submit(checked, because, 'Send this answer'),
    officerSaves(form2a, before, 'Officer, in a race.'),
  ])
  const versions = await versionsOf(form2a)
  assert.equal(versions.length, before + 1, 'one of the two was first')
  if (saved.status === 'fulfilled') {
    assert.ok(sent.status === 'fulfilled' && sent.value.status === 409)
    assert.match(sent.value.text, /Owner, in a race\./)
  } else assert.match(String(saved.reason), /Somebody else saved this update/)
})

test('a colleague’s answers are told to them and to the contact who was asked', async () => {
  const { asked, address } = await opened([passes], 'Iris Lane')
  const passed = await heed.inCouncil(async (trx) =>
    linkFor(
      trx,
      { councilId: heed.councilId, name: 'Iris Lane', accountId: null },
      heed.key,
      {
        askingId: asked.askingId,
        name: 'Cole Park',
        address: 'cole@wexcombe.example',
        expiresAt: new Date('2026-12-20T00:00:00Z'),
        passedBy: asked.linkId,
      },
      heed.clock.now,
    ),
  )
  const cole = await heed.visitor()
  await cole.get(passed.href)
  const change = await cole.get(`/asked/${asked.askingId}?change=${passes}`)
  const checked = await cole.submit(
    change,
    fieldsOf(passes, { answer: 'same', because: 'It was asked again in October.' }),
    'Check your answers',
  )
  await cole.submit(checked, {}, 'Send this answer')
  const [to, copy] = [await messagesTo('cole@wexcombe.example'), await messagesTo(address)]
  assert.deepEqual([to.length, copy.length], [1, 1])
  assert.match(copy[0]!.body_text, /Dear Iris Lane,[^]*Sent by Cole Park\./)
  assert.doesNotMatch(to[0]!.body_text, /Sent by/)
})

test('a receipt names the day of the meeting as the last on which the link opens', async () => {
  const words = { subject: 'Your updates', body: 'You said: {said}\n\nChange it until {expires}: {link}' }
  await heed.inCouncil((trx) => saveWords(trx, heed.officers.administrator, 'receipt', words, 0))
  const { visitor, home, address } = await opened([passes], 'Una Marsh', new Date('2026-12-10T00:00:00Z'))
  const change = await visitor.get(`${home}?change=${passes}`)
  const checked = await visitor.submit(
    change,
    fieldsOf(passes, { answer: 'same', because: 'It is asked again in December.' }),
    'Check your answers',
  )
  await visitor.submit(checked, {}, 'Send this answer')
  const [message] = await messagesTo(address)
  assert.match(message!.body_text, /Change it until 9 December 2026:/)
})

test('a round that closes before they are sent says so, and keeps what was written', async () => {
  const { visitor, home } = await opened([passes])
  const change = await visitor.get(`${home}?change=${passes}`)
  const checked = await visitor.submit(
    change,
    fieldsOf(passes, { answer: 'same', because: 'Written in time, sent too late.' }),
    'Check your answers',
  )
  await heed.inCouncil((trx) => closeRound(trx, heed.officers.officer, round.slug))
  const late = await visitor.submit(checked, {}, 'Send this answer')
  assert.equal(late.status, 409)
  assert.match(late.errors[0]!.text, /This round is closed by now/)
  assert.match(late.text, /Written in time, sent too late\./)
})
