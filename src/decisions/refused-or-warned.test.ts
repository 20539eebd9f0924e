import { equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { aDecision, attend, IN_THE_EVENING, putPanelMeeting } from '../../support/fictional-meeting.ts'
import { testApp } from '../../support/test-app.ts'
import { storedItems } from '../meetings/agenda.queries.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { dropItem } from '../meetings/save-agenda.ts'
import { Refusal } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { DecisionSaid } from './decision.ts'
import { recordDecisions } from './record-decision.ts'
import { loadRoom, type Room } from './room.queries.ts'

const heed = await testApp({ after })
heed.clock.now = IN_THE_EVENING
const { officer } = heed.officers
const { meeting, members } = await heed.inCouncil((trx) => putPanelMeeting(trx, officer))

interface Tried {
  /** The sentence of the rule. */
  rule: string
  /** Refused; or warned, so that a reason lets it stand. */
  answer: 'refused' | 'warned'
  words: RegExp
  attempt: (trx: Trx, room: Room) => Promise<DecisionSaid> | DecisionSaid
}

const TABLE: Tried[] = [
  {
    rule: 'a sign-off with an open part',
    answer: 'refused',
    words: /Recommendation 2 as a whole cannot be signed off: parts a and b are still open\. Sign those parts off first\./,
    attempt: (_, room) => aDecision(room, 'Recommendation 2 as a whole', { kind: 'sign-off' }),
  },
  {
    rule: 'a sign-off by someone who is not entitled',
    answer: 'refused',
    words: /Ms Elder sits without a vote, so cannot move it\. Correct the attendance, or choose another member\./,
    attempt: (_, room) => aDecision(room, 'Recommendation 5', { kind: 'sign-off', movedBy: members.get('Ms Elder')! }),
  },
  {
    rule: 'a sign-off without a meeting or minute reference',
    answer: 'refused',
    words: /There is no such meeting/,
    attempt: async (trx, room) => {
      await findMeeting(trx, '2026-12-10-children')
      return aDecision(room, 'Recommendation 5', { kind: 'sign-off' })
    },
  },
  {
    rule: 'a sign-off without a meeting or minute reference',
    answer: 'warned',
    words: /“Signed off” stands without a minute reference: nobody could find later where it was decided\./,
    attempt: (_, room) => aDecision(room, 'Recommendation 5', { kind: 'sign-off', minuteReference: '' }),
  },
  {
    rule: 'a sign-off twice at once',
    answer: 'refused',
    words: /Recommendation 5: Oswin Thorpe recorded “Signed off: achieved in time” meanwhile\. Look at that, then decide again\./,
    attempt: async (trx, room) => {
      const first = aDecision(room, 'Recommendation 5', { kind: 'sign-off' })
      if (room.decisions.length === 0)
        room.decisions.push((await recordDecisions(trx, officer, meeting, [first], IN_THE_EVENING))[0]!.decision)
      return { ...first, deviceKey: crypto.randomUUID(), basedOn: '' }
    },
  },
  {
    rule: 'a decision on an item that is not on the agenda',
    answer: 'refused',
    words: /This item is not on the agenda of this meeting, or was taken off it\. Put it on the agenda first, as a late item\./,
    attempt: async (trx, room) => {
      const item = (await storedItems(trx, meeting.id)).find(({ kind }) => kind === 'round')!
      if (!item.dropped) await dropItem(trx, officer, meeting, item, true)
      return aDecision(room, 'Recommendation 5', { kind: 'agree' })
    },
  },
  {
    rule: 'a decision in a meeting without a quorum',
    answer: 'warned',
    words: /2 members with a vote are there, and 3 must be: the meeting has no quorum\./,
    attempt: async (trx, room) => {
      await attend(trx, officer, meeting, members, ['Cllr Ash', 'Cllr Birch'])
      return aDecision(room, 'Recommendation 5', { kind: 'agree' })
    },
  },
]

class Undone extends Error {}

for (const [rule, tries] of Map.groupBy(TABLE, ({ rule: sentence }) => sentence))
  test(`${rule} is refused, or warned of, in words`, async () => {
    for (const { answer, words, attempt } of tries) {
      const { first, reasoned } = await heard(attempt)
      match(first, words)
      // A reason lets a warning stand, and nothing else.
      equal(reasoned === 'recorded', answer === 'warned', reasoned)
    }
  })

/** What is answered to a decision as it is pressed, and then with a reason; nothing of it stays. */
async function heard(attempt: Tried['attempt']): Promise<{ first: string; reasoned: string }> {
  const answers = { first: '', reasoned: '' }
  const tried = heed.inCouncil(async (trx) => {
    const room = await loadRoom(trx, meeting)
    const record = async (more: Partial<DecisionSaid>) => {
      const said = await attempt(trx, room)
      await recordDecisions(trx, officer, meeting, [{ ...said, ...more }], IN_THE_EVENING)
    }
    answers.first = await wordsOf(record({}))
    answers.reasoned = await wordsOf(record({ warned: 'The Chair asked for it.' }))
    throw new Undone()
  })
  await tried.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return answers
}

async function wordsOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'recorded'
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}
