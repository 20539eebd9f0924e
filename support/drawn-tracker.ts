import { aDrawnPdf, drawnRows } from '../src/platform/documents/drawn-pdf.fixture.ts'
import type { DrawnPage } from '../src/platform/documents/drawn-pdf.fixture.ts'

/** Where the columns of the parks committee's tracker begin, and where the last ends, in points. */
export const TRACKER_XS = [40, 80, 230, 320, 390, 555]

const HEADING = ['Ref', 'Recommendation', 'Lead officer', 'Timescale', 'Progress']
export const AUTUMN_ROWS = [
  ['1', 'That parks open at six on every day of the year.', 'Head of Parks', 'May 2027', 'They open at seven and the keeper has gone.'],
  ['2', 'That dogs are kept on leads.', 'Head of Wardens', 'June 2027', 'Signs went up at all three gates.'],
  ['3', 'That gates are painted before the spring fair.', 'Head of Estates', 'March 2027', 'Half of them are.'],
]
export const SPRING_ROWS = [
  ['1', 'That parks open at six on every day of the year.', 'Head of Parks', 'May 2027', 'A keeper was found, and they open at six.'],
  ['2', 'That dogs are kept on leads.', 'Head of Wardens', 'August 2027', 'Wardens walk the parks on two evenings of every week.'],
  ['3', 'That gates are painted before the spring fair.', 'Head of Estates', 'March 2027', 'All of them are painted.'],
  ['4', 'That benches are mended.', 'Bench Officer', 'July 2027', 'A joiner was asked.'],
]

interface DrawnTracker {
  day: string
  rows: readonly string[][]
  /** Where lines are drawn down the page: too few, for a tracker that is ruled badly. */
  down?: readonly number[]
  pages?: number
  /** No line at all is drawn. */
  unruled?: boolean
}

/** For tests: a PDF of the parks committee's tracker whose drawn lines leave the last three columns in one. */
export function aTrackerPdf({ day, rows, down = [40, 80, 230, 555], pages = 1, unruled }: DrawnTracker): Uint8Array {
  const per = Math.ceil(rows.length / pages)
  return aDrawnPdf(
    Array.from({ length: pages }, (_, at): DrawnPage => {
      const { words, ys } = drawnRows([HEADING, ...rows.slice(at * per, (at + 1) * per)], TRACKER_XS, 100)
      const bottom = ys.at(-1) ?? 0
      const title = [
        { x: 40, y: 30, text: 'Wexcombe Borough Council', size: 10 },
        { x: 40, y: 46, text: `Parks Scrutiny Committee, ${day}`, size: 10 },
        { x: 40, y: 80, text: 'Review of Parks', size: 14, bold: true },
      ]
      return {
        width: 595,
        height: 842,
        words: [...(at === 0 ? title : []), ...words],
        rules: unruled
          ? []
          : [
              ...ys.map((y): [number, number, number, number] => [40, y, 555, y]),
              ...down.map((x): [number, number, number, number] => [x, 100, x, bottom]),
            ],
      }
    }),
  )
}
