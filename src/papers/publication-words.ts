export type PublicationKind = 'agenda' | 'supplement' | 'minutes' | 'notice'

interface Named {
  kind: PublicationKind
  number: number
  exempt?: boolean
  /** Of a notice: what it is called. */
  title?: string | null
}

const KIND_WORDS: Record<PublicationKind, string> = {
  agenda: 'Agenda and papers',
  supplement: 'Supplement',
  minutes: 'Minutes',
  notice: 'Notice',
}

/** `Agenda and papers`, `Supplement 2, exempt part`, `Notice of cancellation` */
export function publicationWords({ kind, number, exempt, title }: Named): string {
  if (title) return title
  const name = kind === 'supplement' || number > 1 ? `${KIND_WORDS[kind]} ${number}` : KIND_WORDS[kind]
  return exempt ? `${name}, exempt part` : name
}

/** `agenda-1`, `supplement-2`, `supplement-2-exempt` */
export function publicationSlug({ kind, number, exempt }: Named): string {
  return `${kind}-${number}${exempt ? '-exempt' : ''}`
}

/** Where the public finds it. */
export function publicAddressOf(council: string, meeting: string, publication: string): string {
  return `/register/${council}/meetings/${meeting}/publications/${publication}`
}
