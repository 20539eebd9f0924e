import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { confirmed, pasted } from '../../support/brought-in.ts'
import { testApp } from '../../support/test-app.ts'
import { parksPaper, wexcombeReading } from '../../support/wexcombe-papers.ts'
import { keepDocument } from './keep-document.ts'
import { startImport } from './start-import.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-24T10:00:00Z')

test('every field of a recommendation can be corrected, and each correction is a version that one can go back to', async () => {
  const visitor = await heed.visitor('officer')
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
  const visitor = await heed.visitor('officer')
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
  const visitor = await heed.visitor('officer')
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
  const visitor = await heed.visitor('officer')
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
  const visitor = await heed.visitor('officer')
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
  const visitor = await heed.visitor('officer')
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'geese'))
  const joined = await visitor.submit(await visitor.get(`${address}/reviews/1/recommendations/3/merge`), {}, 'Join 3 to 2')
  assert.equal(joined.said, 'Joined 3 to 2.')
  assert.match((await visitor.get(address)).text, /2 recommendations/)
  const split = await visitor.submit(await visitor.get(`${address}/reviews/1/recommendations/2/split`), { line: '2', ref: '3' }, 'Make two')
  assert.match(split.said ?? '', /Split 2: 3 made of it/)
  assert.match((await visitor.get(address)).text, /3 recommendations/)
})

test('a table that Heed does not know is shown, and read once its columns are given a meaning', async () => {
  const visitor = await heed.visitor('officer')
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

test('doubts come first, and are settled by looking; meetings are corrected, and kept with their minutes', async () => {
  const visitor = await heed.visitor('officer')
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
  const refused = await confirmed(visitor, `/imports/${id}`)
  assert.match(refused.errors[0]!.text, /Nothing says when the meeting of Environment Committee was/)
  const meeting = await visitor.get(`/imports/${id}/meetings/1`)
  const asked = await visitor.submit(meeting, { date: 'May 2026' }, 'Save the correction')
  assert.match(asked.errors[0]!.text, /Give the day as well/)
  await visitor.submit(asked, { date: '6 May 2026', apologies: 'Councillor Dene\nCouncillor Ash' }, 'Save the correction')
  const settled = await visitor.submit(await visitor.get(`/imports/${id}`), {}, 'It is right: Nothing says when the meeting was')
  assert.doesNotMatch(settled.text, /Look at these first/)
  const done = await confirmed(visitor, `/imports/${id}`)
  assert.match(done.text, /1 meeting/)
  const kept = await heed.inCouncil((trx) =>
    trx.selectFrom('meeting_now').select(['papers']).where('held_on', '=', '2026-05-06').executeTakeFirstOrThrow(),
  )
  assert.deepEqual((kept.papers as { apologies: string[] }).apologies, ['Councillor Dene', 'Councillor Ash'])
})

test('the title, the scale and the themes of a review can be corrected, and whose document it is', async () => {
  const visitor = await heed.visitor('officer')
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
