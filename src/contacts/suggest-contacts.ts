import { likenessOfBags, wordBag } from '../platform/core/word-likeness.ts'
import type { Contact } from './contact.ts'
import type { Owner } from './owners.queries.ts'

/** That a contact may speak for an owner: offered, never taken without a person. */
export interface Suggestion {
  owner: Owner
  contact: Contact
  why: string
}

const ALIKE = 0.6

/** The likeliest contact for each owner that nobody speaks for: of the same name, post or body, or alike. None where nothing is. */
export function suggestContacts(orphans: readonly Owner[], contacts: readonly Contact[]): Suggestion[] {
  const known = contacts
    .filter(({ gone }) => !gone)
    .flatMap((contact) => namesOf(contact).map((name) => ({ ...name, contact, bag: wordBag(name.words) })))
  return orphans.flatMap((owner) => {
    const bag = wordBag(owner.name)
    const scored = known.map((name) => ({ ...name, score: likenessOfBags(bag, name.bag) }))
    const [best] = scored.toSorted((a, b) => b.score - a.score)
    if (!best || best.score < ALIKE) return []
    return [{ owner, contact: best.contact, why: best.score === 1 ? `the same ${best.of}` : `the ${best.of} is alike: ${best.words}` }]
  })
}

function namesOf({ name, post, body, directorate }: Contact): { words: string; of: string }[] {
  const places = [
    { words: name, of: 'name' },
    { words: post, of: 'post' },
    { words: [post, directorate].filter(Boolean).join(' '), of: 'post' },
    { words: body, of: 'body' },
  ]
  return places.filter(({ words }) => words !== '')
}
