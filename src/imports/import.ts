import type { Reading } from '../reading/reading.ts'
import type { SourceKind } from '../platform/documents/source-document.ts'
import type { ImportMade } from './confirm-import.ts'
import type { ImportHints } from './document-shape.ts'
import type { ImportPlan } from './import-plan.ts'

export type ImportState = 'waiting' | 'confirmed' | 'abandoned'

/** One document being checked: its newest reading, what the officer told the reader, and what is to become of it. */
export interface ImportRecord {
  id: string
  document: { id: string; name: string; kind: SourceKind }
  state: ImportState
  startedAt: Date
  startedBy: string | null
  /** The newest version of the reading. A correction names the version it was made on. */
  version: number
  reading: Reading
  hints: ImportHints
  plan: ImportPlan
  /** What became of it, once confirmed. */
  made: ImportMade | null
}

/** One line of the list of imports. */
export interface ImportLine {
  id: string
  name: string
  state: ImportState
  startedAt: Date
  startedBy: string | null
  committee: string | null
  reviews: string[]
  recommendations: number
}

export interface ImportVersion {
  version: number
  correction: string | null
  savedAt: Date
  savedBy: string | null
}
