/** What kinds of body a council's papers go to. */
export const COMMITTEE_KINDS = ['scrutiny', 'cabinet', 'council', 'board', 'other'] as const
export type CommitteeKind = (typeof COMMITTEE_KINDS)[number]

export const KIND_WORDS: Record<CommitteeKind, string> = {
  scrutiny: 'Scrutiny or select committee, or panel',
  cabinet: 'Cabinet or executive',
  council: 'Full Council',
  board: 'Partnership board',
  other: 'Another body',
}

export interface CommitteeSaid {
  name: string
  kind: CommitteeKind
  contact: string
  /** It meets no more: it stays on the record and is offered for nothing new. */
  closed: boolean
}

export interface Committee extends CommitteeSaid {
  id: string
  slug: string
  version: number
}
