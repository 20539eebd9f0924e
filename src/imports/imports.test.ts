import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { testApp, type TestApp } from '../../support/test-app.ts'
import type { Page } from '../../support/page.ts'
import { libraryPaper, parksPaper, wexcombeReading } from '../../support/wexcombe-papers.ts'
import type { Visitor } from '../../support/visitor.ts'
import { keepDocument } from './keep-document.ts'
import { startImport } from './start-import.ts'

const heed: TestApp = await testApp({ after })
heed.clock.now = new Date('2026-11-24T10:00:00Z')

async function officer(): Promise<Visitor> {
  return heed.visitor('officer')
}

async function pasted(visitor: Visitor, words: string): Promise<Page> {
  return visitor.submit(await visitor.get('/imports'), { words }, 'Read it')
}

async function uploaded(visitor: Visitor, name: string, bytes: Uint8Array): Promise<Page> {
  return visitor.submit(await visitor.get('/imports'), { document: { name, bytes } }, 'Read it')
}

const count = (table: 'recommendation' | 'review' | 'round' | 'import' | 'document') =>
  heed.inCouncil(async (trx) => (await trx.selectFrom(table).select('id').execute()).length)

test('a paper that is pasted is read, checked beside its rows, confirmed, and its next round becomes a round of the same review', async () => {
  const visitor = await officer()
  const overview = await pasted(visitor, parksPaper('spring'))
  assert.equal(overview.status, 200)
  assert.match(overview.address, /^\/imports\/[0-9a-f-]{36}$/)
  assert.match(overview.text, /3 recommendations, 3 updates/)
  assert.match(overview.text, /A new review/)
  assert.equal(await count('recommendation'), 0)

  const review = await visitor.get(`${overview.address}/reviews/1`)
  assert.match(review.text, /Play Areas Officer/)
  assert.ok(
    review.tables.flat().some((row) => row.includes('Inspections have been monthly since January 2026.')),
    'the rows of the document',
  )

  const question = await visitor.get(`${overview.address}/confirmation`)
  assert.match(question.text, /Environment Scrutiny Committee, which is new to Heed/)
  assert.match(question.text, /Spring 2026, 15 April 2026: kept as members saw it/)
  const done = await visitor.submit(question, {}, 'Confirm: put it on the record')
  assert.match(done.text, /1 review, 1 round/)
  assert.ok(done.links.some(({ text, href }) => text === 'Open the next round' && href.startsWith('/rounds/opening?review=')))
  assert.equal(await count('recommendation'), 3)

  const later = await pasted(visitor, parksPaper('autumn'))
  assert.match(later.text, /A later round of/)
  const made = await visitor.submit(await visitor.get(`${later.address}/confirmation`), {}, 'Confirm: put it on the record')
  assert.match(made.text, /A round added/)
  assert.deepEqual([await count('review'), await count('recommendation'), await count('round')], [1, 3, 2])
})

test('a confirmation sent twice is done once, and an import that was confirmed cannot be corrected or confirmed again', async () => {
  const visitor = await officer()
  const { address } = await pasted(visitor, libraryPaper('spring'))
  const correction = await visitor.get(`${address}/reviews/1/recommendations/1`)
  const question = await visitor.get(`${address}/confirmation`)
  const before = await count('review')
  const [first, second] = await Promise.all([
    visitor.submit(question, {}, 'Confirm: put it on the record'),
    visitor.another().submit(question, {}, 'Confirm: put it on the record'),
  ])
  assert.deepEqual([first.status, second.status], [200, 200])
  assert.equal(await count('review'), before + 1)
  const late = await visitor.submit(correction, { text: 'Something else' }, 'Save the correction')
  assert.equal(late.status, 409)
  assert.match(late.errors[0]!.text, /This import was confirmed/)
})

test('the same document brought in twice says so and offers to go on with the earlier import', async () => {
  const visitor = await officer()
  const words = parksPaper('spring').replaceAll('dogs', 'cats')
  const first = await pasted(visitor, words)
  const again = await pasted(visitor, words)
  assert.equal(again.heading, 'You have brought in this document before')
  assert.ok(again.links.some(({ text, href }) => text === 'Go on with it' && href === first.address))
  const another = await visitor.submit(again, {}, 'Start another import of it')
  assert.match(another.address, /^\/imports\/[0-9a-f-]{36}$/)
  assert.notEqual(another.address, first.address)
})

test('every field of a recommendation can be corrected, and each correction is a version that one can go back to', async () => {
  const visitor = await officer()
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'horses'))
  const form = await visitor.get(`${address}/reviews/1/recommendations/1`)
  const corrected = await visitor.submit(
    form,
    {
      ref: '1a',
      owners: 'Head of Green Spaces\nCabinet Member for Environment',
      'due.0.means': 'December 2026',
      'due.1.text': 'Stage 2: March 2027',
      'due.1.means': '31 March 2027',
      answer: 'accepted_in_part',
      response: 'As far as money allows.',
      parts: 'a) write the plans\nb) publish them',
      'updates.0.grade': 'slipped',
      'updates.0.impact': 'More visitors.',
      'actions.0.text': 'Appoint a planner',
      'actions.0.owners': 'Head of Green Spaces',
    },
    'Save the correction',
  )
  assert.equal(corrected.said, 'Your correction is kept.')
  for (const words of [
    'Recommendation 1a',
    'Cabinet Member for Environment',
    'September 2026 (December 2026)',
    'Stage 2: March 2027 (31 March 2027)',
    'Accepted in part',
    'publish them',
    'More visitors.',
    'Appoint a planner',
  ])
    assert.ok(corrected.text.includes(words), words)

  const versions = await visitor.get(`${address}/versions`)
  assert.match(versions.text, /Recommendation 1a: reference, parts, owners, dates, response, actions, updates/)
  const restored = await visitor.submit(versions, {}, 'Go back to version 1')
  assert.match(restored.said ?? '', /as it was at version 1/)
  assert.doesNotMatch((await visitor.get(`${address}/reviews/1`)).text, /Appoint a planner/)
})

test('a date that cannot be understood is asked for again, at its field, and nothing typed is lost', async () => {
  const visitor = await officer()
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'goats'))
  const form = await visitor.get(`${address}/reviews/1/recommendations/2`)
  const again = await visitor.submit(
    form,
    { 'due.0.means': 'when the moon is full', 'updates.0.evidence': 'A long story.' },
    'Save the correction',
  )
  assert.equal(again.status, 422)
  assert.deepEqual(
    again.errors.map(({ field }) => field),
    ['due-0-means'],
  )
  assert.match(again.errors[0]!.text, /cannot read “when the moon is full” as one day or month/)
  assert.equal(again.forms.find(({ values }) => 'updates.0.evidence' in values)!.values['updates.0.evidence'], 'A long story.')
})

test('two officers who correct at once: the second is told, keeps their text, and can save it knowing', async () => {
  const visitor = await officer()
  const colleague = await heed.visitor('administrator')
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'ponies'))
  const mine = await visitor.get(`${address}/reviews/1/recommendations/1`)
  const theirs = await colleague.get(`${address}/reviews/1/recommendations/2`)
  await colleague.submit(theirs, { owners: 'Play Manager' }, 'Save the correction')
  const refused = await visitor.submit(mine, { owners: 'Head of Parks' }, 'Save the correction')
  assert.equal(refused.status, 409)
  assert.match(refused.errors[0]!.text, /Somebody else .* corrected this import/)
  const saved = await visitor.submit(refused, {}, 'Save the correction')
  assert.ok(saved.text.includes('Head of Parks') && saved.text.includes('Play Manager'), 'both corrections are there')
})

test('a correction never lands on another recommendation that took its place', async () => {
  const visitor = await officer()
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'lambs'))
  const second = await visitor.get(`${address}/reviews/1/recommendations/2`)
  await visitor.submit(await visitor.get(`${address}/reviews/1/recommendations/1/removal`), {}, 'Take it out')
  const refused = await visitor.submit(second, { owners: 'Nobody' }, 'Save the correction')
  assert.equal(refused.status, 409)
  const retried = await visitor.submit(refused, {}, 'Save the correction')
  assert.equal(retried.status, 409)
  assert.match(retried.errors[0]!.text, /has moved/)
})

test('what is not a recommendation is taken out to the words that found no field, and they can be moved into one', async () => {
  const visitor = await officer()
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'hens'))
  await visitor.submit(await visitor.get(`${address}/reviews/1/recommendations/3/removal`), {}, 'Take it out')
  const overview = await visitor.get(address)
  assert.match(overview.text, /That hens are kept on leads/)
  const move = overview.links.findLast(({ text }) => text.startsWith('Move') && text.includes('Signs were put up'))!
  const moved = await visitor.submit(await visitor.get(move.href), { to: '1.2.1', field: 'evidence' }, 'Move them there')
  assert.equal(moved.said, 'The words were moved.')
  assert.match(moved.text, /Inspections have been monthly since January 2026\. Signs were put up at all three gardens\./)
})

test('a recommendation is joined to the one before, and made two again', async () => {
  const visitor = await officer()
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'geese'))
  const joined = await visitor.submit(await visitor.get(`${address}/reviews/1/recommendations/3/merge`), {}, 'Join 3 to 2')
  assert.equal(joined.said, 'Joined 3 to 2.')
  assert.match((await visitor.get(address)).text, /2 recommendations/)
  const split = await visitor.submit(await visitor.get(`${address}/reviews/1/recommendations/2/split`), { line: '2', ref: '3' }, 'Make two')
  assert.match(split.said ?? '', /Split 2: 3 made of it/)
  assert.match((await visitor.get(address)).text, /3 recommendations/)
})

test('a table that Heed does not know is shown, and read once its columns are given a meaning', async () => {
  const visitor = await officer()
  const table = [
    'Alpha\tBeta\tGamma',
    'That bins are emptied weekly.\tBins Manager\tMarch 2027',
    'That glass is collected apart.\tWaste Manager\tJune 2027',
  ].join('\n')
  const overview = await pasted(visitor, `Wexcombe Borough Council\n\n${table}\n`)
  assert.match(overview.text, /Heed found no table of recommendations/)
  assert.match(overview.text, /That bins are emptied weekly\./)
  assert.ok(!overview.links.some(({ text }) => text === 'Put it on the record'))
  const form = await visitor.get(`${overview.address}/tables/1`)
  const read = await visitor.submit(
    form,
    { heading: '1', 'columns.c0': 'text', 'columns.c1': 'owner', 'columns.c2': 'due' },
    'Read the table again',
  )
  assert.equal(read.said, 'Heed read the table again and found 2 recommendations in it.')
  const beside = await visitor.get(`${overview.address}/reviews/1`)
  assert.match(beside.text, /Bins Manager/)
  assert.match(beside.text, /June 2027/)

  await visitor.submit(await visitor.get(`${overview.address}/reviews/1/recommendations/1`), { ref: '9' }, 'Save the correction')
  const asked = await visitor.submit(await visitor.get(`${overview.address}/tables/1`), { 'columns.c2': 'other' }, 'Read the table again')
  assert.equal(asked.status, 422)
  assert.equal(asked.errors[0]!.field, 'again')
})

const NOT_READABLE: Record<string, { name: string; bytes: Buffer; says: RegExp }> = {
  'an empty file': { name: 'plan.docx', bytes: Buffer.alloc(0), says: /^This file is empty: there is nothing in it to read/ },
  'a picture that is called a Word document': {
    name: 'plan.docx',
    bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    says: /neither a document that Heed reads nor text/,
  },
  'a PDF': { name: 'plan.pdf', bytes: Buffer.from('%PDF-1.7 …'), says: /This PDF is damaged/ },
  'a Word document under a password': {
    name: 'plan.docx',
    bytes: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')]),
    says: /protected by a password/,
  },
  'an old Word document': {
    name: 'plan.doc',
    bytes: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
    says: /old Word document/,
  },
  'an archive that is no Word document': { name: 'plan.docx', bytes: anArchive('readme.txt', 'hello'), says: /Word/ },
  'a Word document cut off half way': {
    name: 'plan.docx',
    bytes: anArchive('word/document.xml', '<w:document>').subarray(0, 40),
    says: /./,
  },
  'a file of blank lines': { name: 'plan.txt', bytes: Buffer.from('\n\n  \n'), says: /no text/ },
}

for (const [what, { name, bytes, says }] of Object.entries(NOT_READABLE)) {
  test(`${what} is refused in words, and nothing is kept of it`, async () => {
    const visitor = await officer()
    const before = [await count('document'), await count('import')]
    const page = await uploaded(visitor, name, bytes)
    assert.equal(page.status, 422)
    assert.match(page.errors[0]!.text, says)
    assert.equal(page.errors[0]!.field, 'document')
    assert.deepEqual([await count('document'), await count('import')], before)
  })
}

test('a table of more recommendations than anybody could check is refused in words', async () => {
  const visitor = await officer()
  const rows = Array.from({ length: 1_200 }, (_, row) => `${row + 1}\tThat lamp ${row + 1} in the park is mended.\tParks Manager\tMay 2027`)
  const page = await uploaded(visitor, 'lamps.txt', Buffer.from(['No.\tRecommendation\tLead Officer\tCompletion Date', ...rows].join('\n')))
  assert.equal(page.status, 422)
  assert.match(page.errors[0]!.text, /1,200 recommendations in this document, more than the 1,000/)
})

test('a file over the limit is refused in words', async () => {
  const visitor = await officer()
  const page = await uploaded(visitor, 'big.docx', Buffer.alloc(26 * 1024 * 1024, 1))
  assert.equal(page.status, 413)
  assert.match(page.text, /larger than 25 MB/)
})

test('nothing chosen, or a file and text at once, is asked again with the text kept', async () => {
  const visitor = await officer()
  assert.match((await pasted(visitor, '   ')).errors[0]!.text, /Choose the document, or paste its text/)
  const both = await visitor.submit(
    await visitor.get('/imports'),
    { words: 'That bins are emptied.', document: { name: 'a.txt', bytes: Buffer.from('x') } },
    'Read it',
  )
  assert.match(both.errors[0]!.text, /not both/)
  assert.equal(both.forms.find(({ files }) => files)!.values.words, 'That bins are emptied.')
})

test('an import that is abandoned leaves the record as it was, and can be started again', async () => {
  const visitor = await officer()
  const words = parksPaper('spring').replaceAll('dogs', 'ducks')
  const { address } = await pasted(visitor, words)
  const gone = await visitor.submit(await visitor.get(`${address}/abandonment`), {}, 'Abandon the import')
  assert.match(gone.said ?? '', /abandoned/)
  const again = await pasted(visitor, words)
  assert.match(again.address, /^\/imports\/[0-9a-f-]{36}$/)
  assert.notEqual(again.address, address)
})

test('what a review becomes can be chosen: whose committee, which rounds, whose wording', async (t) => {
  const own = await testApp(t)
  own.clock.now = heed.clock.now
  const visitor = await own.visitor('officer')
  const first = await pasted(visitor, libraryPaper('spring'))
  await visitor.submit(await visitor.get(`${first.address}/plan`), { committee: 'other', name: 'Libraries Panel', take: '1' }, 'Save')
  const made = await visitor.submit(await visitor.get(`${first.address}/confirmation`), {}, 'Confirm: put it on the record')
  assert.match(made.text, /On the record/)

  const later = await pasted(visitor, libraryPaper('autumn').replace('two evenings a week', 'three evenings a week'))
  const plan = await visitor.get(`${later.address}/plan/reviews/1`)
  assert.match(plan.text, /the wording of 1 differs/)
  assert.match(plan.text, /\[only here: three ?\]/)
  const choices = { 'recommendations.0.wording': 'take', 'rounds.0.presented': '', 'rounds.0.date': '15 October 2026' }
  const chosen = await visitor.submit(plan, choices, 'Save these choices')
  assert.match(chosen.text, /Autumn 2026, 15 October 2026: stays open/)
  await visitor.submit(await visitor.get(`${later.address}/confirmation`), {}, 'Confirm: put it on the record')

  const { texts, rounds, committees } = await own.inCouncil(async (trx) => ({
    texts: (await trx.selectFrom('recommendation_now').select('text').execute()).map(({ text }) => text),
    rounds: await trx.selectFrom('round_now').select(['name', 'state']).where('state', '=', 'open').execute(),
    committees: (await trx.selectFrom('committee_now').select('name').execute()).map(({ name }) => name),
  }))
  assert.ok(texts.includes('That every branch library opens on three evenings a week from January 2027.'))
  assert.deepEqual(rounds, [{ name: 'Autumn 2026, 15 October 2026', state: 'open' }])
  assert.ok(committees.includes('Libraries Panel'))
})

test('a review that came into Heed since the import began is not made twice unknowingly', async (t) => {
  const own = await testApp(t)
  const visitor = await own.visitor('officer')
  const spring = await pasted(visitor, libraryPaper('spring'))
  const autumn = await pasted(visitor, libraryPaper('autumn'))
  assert.match(autumn.text, /A new review/)
  await visitor.submit(await visitor.get(`${spring.address}/confirmation`), {}, 'Confirm: put it on the record')
  assert.match((await visitor.get(autumn.address)).text, /which is in Heed by now, looks like the same/)
  const refused = await visitor.submit(await visitor.get(`${autumn.address}/confirmation`), {}, 'Confirm: put it on the record')
  assert.equal(refused.status, 409)
  const review = await own.inCouncil((trx) => trx.selectFrom('review').select('id').executeTakeFirstOrThrow())
  await visitor.submit(await visitor.get(`${autumn.address}/plan/reviews/1`), { review: review.id }, 'Match it')
  const done = await visitor.submit(await visitor.get(`${autumn.address}/confirmation`), {}, 'Confirm: put it on the record')
  assert.match(done.text, /A round added/)
})

test('a review can be kept apart from one that is alike, or matched to another', async (t) => {
  const own = await testApp(t)
  const visitor = await own.visitor('officer')
  const first = await pasted(visitor, libraryPaper('spring'))
  await visitor.submit(await visitor.get(`${first.address}/confirmation`), {}, 'Confirm: put it on the record')
  const later = await pasted(visitor, libraryPaper('autumn'))
  assert.match(later.text, /A later round of/)
  const apart = await visitor.submit(await visitor.get(`${later.address}/plan/reviews/1`), { review: '' }, 'Match it')
  assert.equal(apart.said, 'It will be a new review.')
  const review = await own.inCouncil((trx) => trx.selectFrom('review').select('id').executeTakeFirstOrThrow())
  const matched = await visitor.submit(apart, { review: review.id }, 'Match it')
  assert.match(matched.text, /2 recommendations are in Heed already, worded alike/)
})

test('a document is checked beside its own rows, and its recommendations are followed into an import', async () => {
  const visitor = await officer()
  const words = parksPaper('autumn').replaceAll('dogs', 'swans')
  const findings = await visitor.submit(await visitor.get('/check'), { words }, 'Check it')
  assert.equal(findings.status, 200)
  assert.match(findings.text, /Recommendation 2: \d findings?/)
  assert.ok(findings.tables.flat().some((row) => row.some((cell) => cell.startsWith('The inspector left in June.'))))
  const followed = await visitor.submit(findings, {}, 'Follow these recommendations in Heed')
  assert.match(followed.address, /^\/imports\/[0-9a-f-]{36}$/)
  assert.match(followed.text, /3 recommendations/)
})

test('doubts come first, and are settled by looking; meetings are corrected, and kept with their minutes', async () => {
  const visitor = await officer()
  const reading = {
    ...wexcombeReading(),
    reviews: [],
    meetings: [{ body: 'Environment Committee', minutes: [{ ref: '7', title: 'Parks', text: 'Noted.' }] }],
  }
  const { document_date: _, ...undated } = { ...reading, doubts: [{ why: 'Nothing says when the meeting was' }] }
  const id = await heed.inCouncil(async (trx) => {
    const sent = { name: 'minutes.txt', kind: 'text' as const, bytes: Buffer.from('Minutes of the Environment Committee') }
    const document = await keepDocument(trx, heed.officers.officer, sent)
    return startImport(trx, heed.officers.officer, { id: document.id, name: sent.name }, undated, '2026-11-24')
  })
  const overview = await visitor.get(`/imports/${id}`)
  assert.match(overview.text, /Look at these first Nothing says when the meeting was/)
  const refused = await visitor.submit(await visitor.get(`/imports/${id}/confirmation`), {}, 'Confirm: put it on the record')
  assert.match(refused.errors[0]!.text, /Nothing says when the meeting of Environment Committee was/)
  const meeting = await visitor.get(`/imports/${id}/meetings/1`)
  const asked = await visitor.submit(meeting, { date: 'May 2026' }, 'Save the correction')
  assert.match(asked.errors[0]!.text, /Give the day as well/)
  await visitor.submit(asked, { date: '6 May 2026', apologies: 'Councillor Dene\nCouncillor Ash' }, 'Save the correction')
  const settled = await visitor.submit(await visitor.get(`/imports/${id}`), {}, 'It is right: Nothing says when the meeting was')
  assert.doesNotMatch(settled.text, /Look at these first/)
  const done = await visitor.submit(await visitor.get(`/imports/${id}/confirmation`), {}, 'Confirm: put it on the record')
  assert.match(done.text, /1 meeting/)
  const kept = await heed.inCouncil((trx) =>
    trx.selectFrom('meeting_now').select(['papers']).where('held_on', '=', '2026-05-06').executeTakeFirstOrThrow(),
  )
  assert.deepEqual((kept.papers as { apologies: string[] }).apologies, ['Councillor Dene', 'Councillor Ash'])
})

test('the title, the scale and the themes of a review can be corrected, and whose document it is', async () => {
  const visitor = await officer()
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'mules'))
  const review = await visitor.submit(
    await visitor.get(`${address}/reviews/1/particulars`),
    {
      title: 'Mules in Parks',
      'grades.4.code': '5',
      'grades.4.label': 'Overtaken',
      'grades.4.meaning': 'superseded',
      'themes.0.title': 'Animals',
    },
    'Save the correction',
  )
  assert.equal(review.heading, 'Mules in Parks')
  const form = await visitor.get(`${address}/reviews/1/particulars`)
  assert.ok(Object.values(form.forms.find(({ values }) => 'title' in values)!.values).includes('Overtaken'))
  const overview = await visitor.submit(
    await visitor.get(`${address}/particulars`),
    { document_date: '16 April 2026' },
    'Save the correction',
  )
  assert.match(overview.text, /Date of the document 16 April 2026/)
  const added = await visitor.submit(
    await visitor.get(`${address}/reviews/1`),
    { ref: '4', text: 'That mules are fed.', after: '3' },
    'Add it',
  )
  assert.equal(added.heading, 'Correct recommendation 4')
})

test('nobody but the council’s own people sees an import', async () => {
  const visitor = await officer()
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'wolves'))
  const stranger = await heed.visitor()
  assert.match((await stranger.get(address)).address, /^\/sign-in/)
  assert.equal((await visitor.get('/imports/00000000-0000-4000-8000-000000000000')).status, 404)
  assert.equal((await visitor.get(`${address}/reviews/9`)).status, 404)
  assert.equal((await visitor.get(`${address}/reviews/1/recommendations/99`)).status, 404)
  assert.equal((await visitor.get(`${address}/tables/77`)).status, 404)
})

/** A ZIP archive of one file. */
function anArchive(name: string, content: string): Buffer {
  const packed = deflateRawSync(Buffer.from(content))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(content.length, 24)
  central.writeUInt16LE(name.length, 28)
  const size = 46 + name.length
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}
