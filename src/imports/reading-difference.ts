import type { Place, ReadRecommendation, Reading } from '../reading/reading.ts'

/** One line of what reading again changed. */
export interface Figure {
  name: string
  now: number
  before: number
}

/** What is read from some tables of a document (or, without them, from all of it), counted, beside what was read before. */
export function figuresOf(now: Reading, before: Reading, tables?: ReadonlySet<number>): Figure[] {
  const [after, earlier] = [countsIn(now, tables), countsIn(before, tables)]
  return Object.entries(after).map(([name, count]) => ({ name, now: count, before: earlier[name] ?? 0 }))
}

/** The recommendations that stood in some tables of the document, or in all of it. */
export function recommendationsIn(reading: Reading, tables?: ReadonlySet<number>): ReadRecommendation[] {
  return reading.reviews.flatMap((review) => review.recommendations).filter(({ place }) => isIn(place, tables))
}

export function isIn(place: Place | undefined, tables?: ReadonlySet<number>): boolean {
  return !tables || (place?.table !== undefined && tables.has(place.table))
}

function countsIn(reading: Reading, tables?: ReadonlySet<number>): Record<string, number> {
  const read = recommendationsIn(reading, tables)
  return {
    Recommendations: read.length,
    'with an owner': read.filter((one) => one.owners.length > 0 || one.actions.some((action) => action.owners.length > 0)).length,
    'with a date': read.filter((one) => one.due.length > 0 || one.actions.some((action) => action.due)).length,
    Actions: read.reduce((sum, one) => sum + one.actions.length, 0),
    Updates: read.reduce((sum, one) => sum + one.updates.length, 0),
    Doubts: reading.doubts.filter(({ place }) => isIn(place, tables)).length,
    'Passages without a field': reading.unplaced.filter(({ place }) => isIn(place, tables)).length,
  }
}
