import type { Reading } from '../reading/reading.ts'
import { countsOf } from './import-words.ts'

/**
 * What became of one file: on the record now; brought in and waiting under Imports; here before and left as it was; refused; or not
 * looked at, because the run was stopped.
 */
export type FileState = 'confirmed' | 'waiting' | 'here before' | 'refused' | 'not reached'

export interface FileOutcome {
  path: string
  state: FileState
  /** Its import, at `/imports/…`. */
  importId: string | null
  reviews: number
  recommendations: number
  updates: number
  doubts: number
  unplaced: number
  /** Why it was refused or waits, or since when it is here. */
  why: string
  seconds: number
}

const NOTHING = { importId: null, reviews: 0, recommendations: 0, updates: 0, doubts: 0, unplaced: 0, why: '', seconds: 0 }

export function outcome(path: string, state: FileState, more: Partial<FileOutcome> = {}): FileOutcome {
  return { ...NOTHING, path, state, ...more }
}

export function countsOfFile(reading: Reading): Pick<FileOutcome, 'reviews' | 'recommendations' | 'updates' | 'doubts' | 'unplaced'> {
  const { recommendations, updates, doubts, unplaced } = countsOf(reading)
  return { reviews: reading.reviews.length, recommendations, updates, doubts, unplaced }
}
