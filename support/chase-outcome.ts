import { wordsOf, type Chased } from './chased-while-killed.ts'

/** The texts that were acknowledged and do not stand on the record, as a draft or, once they were sent, as an answer; and how many were sent and kept. */
export async function textsOf({ typed, acknowledged, inCouncil }: Chased) {
  const record = await inCouncil(async (trx) => ({
    drafts: await trx.selectFrom('draft').select(['item_id', 'said']).execute(),
    updates: await trx.selectFrom('progress_update').select(['item_id', 'evidence']).where('source', '=', 'owner').execute(),
  }))
  const texts = [...typed].map(([itemId, each]) => ({ itemId, ...each }))
  const lost = texts.filter(({ itemId, person, text, sent }) => {
    const drafts = record.drafts.filter(({ item_id }) => item_id === itemId).map(({ said }) => (said as { evidence: string }).evidence)
    const answers = record.updates.filter(({ item_id }) => item_id === itemId).map(({ evidence }) => evidence)
    return !(sent ? answers : drafts).includes(wordsOf(person, text))
  })
  return {
    lost,
    acknowledged,
    sent: texts.filter(({ sent }) => sent).length,
    onlyTyped: texts.filter(({ sent }) => !sent).length,
    answers: record.updates.length,
  }
}

/**
 * Messages that were to go and did not, letters of no message, and messages of which more copies went than kills left attempts without an end; and how many
 * second copies, all under one Message-ID, there are.
 */
export async function lettersOf({ got, inCouncil }: Chased) {
  const { messages, withheld, cutShort } = await inCouncil(async (trx) => ({
    messages: await trx.selectFrom('message').select(['id', 'letter_id']).execute(),
    withheld: await trx.selectFrom('message_withholding').select('message_id').execute(),
    cutShort: await trx
      .selectFrom('message_attempt as a')
      .leftJoin('message_outcome as o', (join) => join.onRef('o.message_id', '=', 'a.message_id').onRef('o.number', '=', 'a.number'))
      .select('a.message_id')
      .where('o.number', 'is', null)
      .execute(),
  }))
  const copies = new Map<string, number>()
  for (const { id } of got) copies.set(id, (copies.get(id) ?? 0) + 1)
  const unwanted = new Set(withheld.map(({ message_id }) => message_id))
  const known = new Set(messages.map(({ letter_id }) => letter_id))
  const shortOf = (id: string) => cutShort.filter(({ message_id }) => message_id === id).length
  return {
    messages: messages.length,
    withheld: unwanted.size,
    cutShort: cutShort.length,
    secondCopies: got.length - copies.size,
    missing: messages.filter(({ id, letter_id }) => !unwanted.has(id) && !copies.has(letter_id)),
    unknown: [...copies.keys()].filter((id) => !known.has(id)),
    twice: messages.filter(({ id, letter_id }) => (copies.get(letter_id) ?? 0) > 1 + shortOf(id)),
  }
}
