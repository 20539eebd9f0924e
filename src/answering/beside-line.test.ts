import { equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedByLink } from '../../support/asked-by-link.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { writeNote } from '../rounds/notes.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const { slug } = carers.rounds.at(-1)!
const rosa = await askedByLink(heed, slug, 'Rosa Field', ['Data Protection Officer', 'Transport Policy Officer'])
const [item, other] = rosa.items
const visitor = rosa.visitor()
const evidence = `lines.${item}.evidence`

test('going to the files and the notes of a line keeps what was typed on the page, without scripts', async () => {
  const page = await visitor.get(rosa.home)
  const files = await visitor.submit(page, { [evidence]: 'Typed before the files.', then: `items/${item}/attachments` }, 'Attach files')
  equal(files.heading, 'Files for recommendation 2, part a')
  const refused = await visitor.submit(files, { files: { name: 'run.exe', bytes: Buffer.from('MZ\x90\0') } }, 'Attach')
  equal(refused.status, 422)
  const attached = await visitor.submit(refused, { files: { name: 'visits.csv', bytes: Buffer.from('School,Visited\n') } }, 'Attach')
  const back = await visitor.get(attached.links.find(({ text }) => text.startsWith('Go back to'))!.href)
  equal(back.forms.find(({ values }) => evidence in values)!.values[evidence], 'Typed before the files.')
  match(back.text, /Files visits\.csv \(Text, 15 bytes\)/)
  const notes = await visitor.submit(back, { [evidence]: 'Typed before the note.', then: `items/${item}/notes` }, 'Add or remove files')
  equal(notes.heading, 'Notes on recommendation 2, part a')
  match((await visitor.get(rosa.home)).html, /Typed before the note\./)
})

test('what the officer wrote stands beside the boxes until it is answered', async () => {
  await heed.inCouncil((trx) => writeNote(trx, heed.officers.officer, other!, 'Is the authority still against it?'))
  const asked = await visitor.get(rosa.home)
  match(asked.text, /Oswin Thorpe, .* Is the authority still against it\?/)
  const notes = await visitor.submit(asked, { then: `items/${other}/notes` }, 'Answer the officer')
  await visitor.submit(notes, { words: 'It is.' }, 'Send the note')
  const answered = await visitor.get(rosa.home)
  ok(!answered.text.includes('Is the authority still against it?'))
  ok(answered.forms.some(({ buttons }) => buttons.some(({ text }) => text === 'See the 2 notes')))
})
