import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lettersOf, textsOf } from '../../support/chase-outcome.ts'
import { chasedWhileKilled, type Chased } from '../../support/chased-while-killed.ts'

// Everything happens once, before; each test then looks at one side of it. A longer one is in bench/.
const KILLS = 50
let chased: Chased
let took = 0
const endings: (() => Promise<void>)[] = []
after(async () => {
  for (const end of endings) await end()
})
before(async () => {
  const began = Date.now()
  const ending = { after: (work: () => Promise<void>) => void endings.push(work) }
  chased = await chasedWhileKilled({ kills: KILLS, owners: 24, linesEach: 2 }, ending)
  took = Date.now() - began
})

test('killed fifty times while a round is chased and answered, Heed loses no text that it had acknowledged', async (t) => {
  const { server, worker, database } = chased.killed
  equal(server + worker + database, KILLS)
  const { lost, acknowledged, sent, onlyTyped, answers } = await textsOf(chased)
  ok(sent > 0 && onlyTyped > 0)
  deepEqual(lost, [])
  equal(answers, sent, 'each answer once')
  const kills = `${KILLS} kills (server ${server}, worker ${worker}, database ${database})`
  t.diagnostic(`${kills} in ${Math.round(took / 1000)} s; ${acknowledged} texts acknowledged, ${answers} answers`)
})

test('no message is missing, and none went twice but under its own Message-ID where a kill cut its sending short', async (t) => {
  const { missing, unknown, twice, messages, withheld, cutShort, secondCopies } = await lettersOf(chased)
  deepEqual([missing, unknown, twice], [[], [], []])
  t.diagnostic(`${messages} messages, ${withheld} withheld, ${cutShort} attempts cut short, ${secondCopies} second copies`)
})

test('each person got each step once: whoever has not answered was told that they are late, and whoever had answered was not', async () => {
  const rows = await chased.inCouncil((trx) =>
    trx
      .selectFrom('asking as a')
      .innerJoin('contact_now as c', 'c.contact_id', 'a.contact_id')
      .leftJoin('asking_message as o', 'o.asking_id', 'a.id')
      .leftJoin('message as m', 'm.id', 'o.message_id')
      .leftJoin('submission as s', 's.asking_id', 'a.id')
      .select(['c.name', 'm.step', 'm.id', 'm.to_name', 'm.queued_at', 's.submitted_at'])
      .execute(),
  )
  const people = Map.groupBy(rows, ({ name }) => name)
  equal(people.size, 24)
  for (const [name, messages] of people) {
    const steps = (step: string) => new Set(messages.filter((each) => each.step === step).map(({ id }) => id)).size
    const answeredAt = messages[0]!.submitted_at
    equal(steps('asking'), 1, name)
    equal(steps('receipt'), answeredAt ? 1 : 0, name)
    if (!answeredAt) deepEqual([steps('overdue'), steps('to-manager')], [1, 1], name)
    ok(steps('overdue') <= 1 && steps('to-manager') <= 1, name)
    const after = messages.filter(({ step, queued_at }) => step === 'overdue' && answeredAt && queued_at! > answeredAt)
    deepEqual(after, [], `${name} had answered`)
  }
  const climbed = await chased.inCouncil((trx) =>
    trx.selectFrom('event').select('detail').where('kind', '=', 'ladder.climbed').where('actor_name', '=', 'Oswin Thorpe').execute(),
  )
  const byOfficer = climbed.reduce((sum, { detail }) => sum + (detail as { messages: number }).messages, 0)
  equal(byOfficer, chased.sentByOfficer, 'what the officer was told to be on its way')
})
