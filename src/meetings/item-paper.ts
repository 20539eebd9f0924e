import type { KeptFile } from '../files/file.ts'

/** What goes with an agenda item beside the papers that Heed makes: a file from outside, or a letter. */
export interface ItemPaper {
  id: string
  itemId: string
  version: number
  position: number
  /** Null where it is a letter. */
  file: KeptFile | null
  letterId: string | null
  withdrawn: boolean
}

/** With one item, at most. */
export const MOST_PAPERS = 20
