import { appendixLetter } from '../papers/appendices.ts'

export const ITEM_KINDS = ['apologies', 'declarations', 'minutes', 'round', 'response', 'requests', 'work-programme', 'other'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const ITEM_KIND_WORDS: Record<ItemKind, string> = {
  apologies: 'Apologies for absence',
  declarations: 'Declarations of interest',
  minutes: 'Minutes of the last meeting',
  round: 'Progress in a round',
  response: 'Response to recommendations',
  requests: 'Requests outstanding',
  'work-programme': 'Work programme',
  other: 'Another matter',
}

/** What is said of an agenda item. */
export interface ItemSaid {
  kind: ItemKind
  title: string
  text: string
  /** The round whose progress it takes. */
  roundId: string | null
  /** The review that it is about; of a round with several, the one that it takes. */
  reviewId: string | null
  /** A paper of its own goes with it, which gets a letter. */
  appended: boolean
  /** Of Schedule 12A; none for a public item. */
  exemptParagraphs: number[]
  publicInterest: string
  /** Why it could not wait, where the agenda was published before. */
  lateReason: string
}

/** An item as it stood in what was published. */
export interface ItemHeld {
  version: number
  number: number
  letter: string | null
  /** The hash of its paper; null where it was to follow. */
  papers: string | null
  /** The hash of what an officer put with it, and was checked: files and letters; null where there was nothing. */
  files?: string | null
}

/** What publications hold, by the item's id. */
export type Held = Record<string, ItemHeld>

export interface StoredItem extends ItemSaid {
  id: string
  version: number
  position: number
  /** Not taken after all. */
  dropped: boolean
}

export interface AgendaItem extends StoredItem {
  number: number
  /** Of its paper: A, B, C in the order of the agenda. */
  letter: string | null
  /** How it was last published; null where it was not yet. */
  held: ItemHeld | null
}

export const isExempt = ({ exemptParagraphs }: Pick<ItemSaid, 'exemptParagraphs'>): boolean => exemptParagraphs.length > 0

/**
 * The agenda in its order, numbered and lettered. Once published, an item keeps its number and letter for good: members and the public have them. What
 * comes later stands after it, and an item dropped after publication stays as withdrawn.
 */
export function numberedAgenda(items: readonly StoredItem[], held: Held): AgendaItem[] {
  const inOrder = items
    .filter(({ id, dropped }) => !dropped || held[id])
    .toSorted(
      (a, b) => (held[a.id]?.number ?? Infinity) - (held[b.id]?.number ?? Infinity) || a.position - b.position || (a.id < b.id ? -1 : 1),
    )
  const letters = new Set(Object.values(held).map(({ letter }) => letter))
  let last = Math.max(0, ...Object.values(held).map(({ number }) => number))
  return inOrder.map((item) => {
    const before = held[item.id] ?? null
    const letter = before?.letter ?? (item.appended && !item.dropped ? freeLetter(letters) : null)
    letters.add(letter)
    return { ...item, number: before?.number ?? ++last, letter, held: before }
  })
}

function freeLetter(taken: ReadonlySet<string | null>): string {
  for (let index = 0; ; index++) if (!taken.has(appendixLetter(index))) return appendixLetter(index)
}

/** The reviews whose papers no public part may show: those of an exempt item, and all of its round where it takes the whole of it. */
export function withheldReviews(items: readonly ItemSaid[], reviewsOfRound: (roundId: string) => readonly string[]): Set<string> {
  const withheld = items
    .filter(isExempt)
    .flatMap(({ roundId, reviewId }) => (reviewId ? [reviewId] : roundId ? reviewsOfRound(roundId) : []))
  return new Set(withheld)
}
