/** Somebody who sends or receives a letter. */
export interface Correspondent {
  name: string
  address: string
}

export interface LetterFile {
  name: string
  type: string
  bytes: Buffer
}

/** A letter, whole: what is in it stands here and nowhere else, so a post needs no database. */
export interface Letter {
  /** Its Message-ID without the angles: the same each time that it is sent, so that a copy is known for one. */
  id: string
  from: Correspondent
  to: Correspondent
  replyTo: string
  subject: string
  text: string
  html: string
  files: readonly LetterFile[]
}

/** What became of handing a letter over. */
export type Handed =
  /** The post has it and answers for it. `reference` is what the post calls it, where it can be asked. */
  | { became: 'sent'; words: string; reference: string | null }
  /** Not now: the post is away, busy or set up wrongly. The same letter may be tried again. */
  | { became: 'delayed'; words: string }
  /** Never: this letter to this address will not be taken. */
  | { became: 'refused'; words: string }

/** What the post heard of a letter later. */
export type Heard = { became: 'delivered' | 'bounced'; words: string }

/** A way by which letters go. None of its calls throws for what the world does: that is an outcome, in words for a person. */
export interface Post {
  /** `again`: an earlier attempt was cut short or answered too late, so the post may have the letter already. One that can be asked does not send it twice. */
  send: (letter: Letter, again?: boolean) => Promise<Handed>
  /** What was heard of a letter that was sent, by its reference; null where nothing was yet. Only a post that can be asked has it. */
  heardOf?: (reference: string) => Promise<Heard | null>
  close: () => void
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/iu

/** Whether a letter can be addressed so: one plain address, nothing that could begin another header or another recipient. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text)
}

/** The words on one line without anything that ends one: what stands in a header cannot begin another. */
export function headerWords(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/** Why the letter cannot be sent by any post; null where it can. */
export function faultOfLetter({ id, from, to, replyTo }: Letter): string | null {
  if (!isMailAddress(to.address)) return `“${headerWords(to.address)}” is not an e-mail address.`
  if (!isMailAddress(from.address)) return `“${headerWords(from.address)}” is not an e-mail address that a letter can come from.`
  if (replyTo !== '' && !isMailAddress(replyTo)) return `“${headerWords(replyTo)}” is not an e-mail address to reply to.`
  return isMailAddress(id) ? null : 'The letter has no identity.'
}

/** Waits for the answer, but no longer than so many seconds: a post that hangs must not hang its worker. */
export async function withinSeconds<T>(seconds: number, answer: Promise<T>, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const end = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), seconds * 1_000)
  })
  try {
    return await Promise.race([answer, end])
  } finally {
    clearTimeout(timer)
  }
}
