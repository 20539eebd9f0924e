import { readFile } from '../src/platform/documents/read-file.ts'
import { readDocument } from '../src/reading/read-document.ts'
import { makeMeeting } from './meetings/meeting-document.ts'
import { FIFTH_MEETINGS, FIRST_MEETINGS, FOURTH_MEETINGS, SECOND_MEETINGS, THIRD_MEETINGS } from './meetings/meeting-documents.ts'
import { scoreMeeting } from './meetings/score-meeting.ts'
import type { Figure } from './run-benchmarks.ts'

const SETS = { first: FIRST_MEETINGS, second: SECOND_MEETINGS, third: THIRD_MEETINGS, fourth: FOURTH_MEETINGS, fifth: FIFTH_MEETINGS }

/** How much of what agendas and minutes of other bodies say is read, in each format: recall and precision of facts, and their means. */
export async function run(): Promise<Figure[]> {
  const figures: Figure[] = []
  const scores: { of: string[]; recall: number; precision: number }[] = []
  for (const [set, documents] of Object.entries(SETS))
    for (const document of documents)
      for (const ending of document.endings) {
        const name = `${document.name}.${ending}`
        const reading = readDocument(await readFile(await makeMeeting(document, ending), name))
        const { gold, found, same, misses } = scoreMeeting(document.gold, reading)
        const score = { of: [set, ending], recall: same / gold, precision: found === 0 ? 1 : same / found }
        scores.push(score)
        figures.push({ name, value: inWords([score]) })
        if (process.env.HEED_MISSES) process.stderr.write(`${name}\n${misses.map((miss) => `  ${miss.slice(0, 170)}\n`).join('')}`)
      }
  const means = [...new Set(scores.flatMap(({ of }) => of))].map((each) => {
    const all = scores.filter(({ of }) => of.includes(each))
    return { name: `mean recall and precision of ${all.length}: ${each}`, value: inWords(all) }
  })
  return [...figures, ...means]
}

function inWords(scores: readonly { recall: number; precision: number }[]): string {
  const mean = (of: 'recall' | 'precision') => ((100 * scores.reduce((sum, score) => sum + score[of], 0)) / scores.length).toFixed(1)
  return `${mean('recall')} ${mean('precision')}`
}
