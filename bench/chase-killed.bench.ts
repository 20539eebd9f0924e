import { lettersOf, textsOf } from '../support/chase-outcome.ts'
import { chasedWhileKilled } from '../support/chased-while-killed.ts'
import type { Figure } from './run-benchmarks.ts'

const KILLS = 200

/** A larger round chased and answered while Heed is killed two hundred times: what is lost, missing or sent twice. */
export async function run(): Promise<Figure[]> {
  const endings: (() => Promise<void>)[] = []
  try {
    const chased = await chasedWhileKilled({ kills: KILLS, owners: 60, linesEach: 3 }, { after: (work) => void endings.push(work) })
    const { lost, acknowledged, sent, answers } = await textsOf(chased)
    const { missing, unknown, twice, messages, cutShort, secondCopies } = await lettersOf(chased)
    return [
      { name: 'acknowledged texts lost', value: `${lost.length} of ${acknowledged}`, limit: '0' },
      { name: 'answers more or fewer than were sent', value: `${answers - sent} of ${sent}`, limit: '0' },
      { name: 'messages missing', value: `${missing.length} of ${messages}`, limit: '0' },
      { name: 'messages sent twice, or of no message', value: String(twice.length + unknown.length), limit: '0' },
      { name: 'second copies under one Message-ID, after a kill', value: String(secondCopies), limit: String(cutShort) },
    ]
  } finally {
    for (const end of endings) await end()
  }
}
