import { isMailAddress } from '../platform/mail/letter.ts'
import { rowsOfList, type ListedRow } from '../platform/documents/csv-rows.ts'
import { csvOfRows } from '../platform/documents/write-csv.ts'
import type { Contact, ContactSaid } from './contact.ts'
import type { Owner } from './owners.queries.ts'

const HEADS = ['Name', 'Post', 'E-mail', 'Directorate', 'Body', 'Manager', 'Speaks for'] as const
type Head = (typeof HEADS)[number]

/** Other ways in which lists head the same columns. */
const OTHER_HEADS: Record<string, Head> = {
  email: 'E-mail',
  'e-mail address': 'E-mail',
  'email address': 'E-mail',
  'job title': 'Post',
  role: 'Post',
  title: 'Post',
  department: 'Directorate',
  organisation: 'Body',
  'line manager': 'Manager',
  'full name': 'Name',
}

/** The contacts as a list that comes back as it went: several owners in one cell are parted by semicolons. */
export function listOfContacts(contacts: readonly Contact[], owners: readonly Owner[]): string {
  const rows = contacts
    .filter(({ gone }) => !gone)
    .map((contact) => {
      const manager = contacts.find(({ id }) => id === contact.managerId)
      const spoken = owners.filter(({ speakers }) => speakers.some(({ id }) => id === contact.id)).map(({ name }) => name)
      return [
        contact.name,
        contact.post,
        contact.email,
        contact.directorate,
        contact.body,
        manager?.email || manager?.name || '',
        spoken.join('; '),
      ]
    })
  return csvOfRows([HEADS, ...rows])
}

/** One line of a list that was brought in. */
export interface ListedContact {
  line: number
  said: Omit<ContactSaid, 'managerId' | 'gone'>
  /** As written: an e-mail address or a name; '' for none. */
  manager: string
  owners: Owner[]
  /** The contact that it is already; null where it would be added. */
  known: Contact | null
  faults: string[]
}

export interface ReadList {
  contacts: ListedContact[]
  /** What is wrong with the list as a whole; nothing can be taken in then. */
  fault: string | null
}

/** Reads a list against the record: who would be added, who is there already, and what is wrong by line. It changes nothing. */
export function readContactsList(text: string, contacts: readonly Contact[], owners: readonly Owner[]): ReadList {
  const [heads, ...rows] = rowsOfList(text)
  const columns = heads?.cells.map(headOf) ?? []
  if (!columns.includes('Name'))
    return { contacts: [], fault: `The first line must name the columns: ${HEADS.join(', ')}. Only Name must be there.` }
  const listed = rows.map((row) => listedContact(row, columns, contacts, owners))
  for (const each of listed) each.faults.push(...faultsAmong(each, listed, contacts))
  return { contacts: listed, fault: rows.length === 0 ? 'The list has no contacts below its heads.' : null }
}

function headOf(cell: string): Head | undefined {
  const words = cell.toLowerCase().replace(/\s+/g, ' ').trim()
  return HEADS.find((head) => head.toLowerCase() === words) ?? OTHER_HEADS[words]
}

function listedContact(
  { line, cells }: ListedRow,
  columns: (Head | undefined)[],
  contacts: readonly Contact[],
  owners: readonly Owner[],
): ListedContact {
  const of = (head: Head) => (cells[columns.indexOf(head)] ?? '').replace(/\s+/g, ' ').trim().slice(0, 500)
  const email = of('E-mail').toLowerCase()
  const said = { name: of('Name'), post: of('Post'), email, directorate: of('Directorate'), body: of('Body') }
  const names = of('Speaks for')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
  const spoken = names.map((name) => ({ name, owner: owners.find((owner) => same(owner.name, name)) }))
  const unknown = spoken.filter(({ owner }) => !owner).map(({ name }) => `No recommendation has the owner “${name}”.`)
  const faults = [
    ...(said.name === '' ? ['There is no name.'] : []),
    ...(email !== '' && !isMailAddress(email) ? [`“${email}” is not an e-mail address.`] : []),
    ...unknown,
  ]
  return { line, said, manager: of('Manager'), owners: spoken.flatMap(({ owner }) => owner ?? []), known: knownAs(said, contacts), faults }
}

/** By the e-mail address; where either has none, by name and body. So the same list brought in twice adds nobody. */
function knownAs({ email, name, body }: ListedContact['said'], contacts: readonly Contact[]): Contact | null {
  const there = contacts.filter(({ gone }) => !gone)
  const byAddress = email === '' ? undefined : there.find((contact) => contact.email === email)
  const byName = there.find((contact) => (email === '' || contact.email === '') && same(contact.name, name) && same(contact.body, body))
  return byAddress ?? byName ?? null
}

function faultsAmong(listed: ListedContact, all: readonly ListedContact[], contacts: readonly Contact[]): string[] {
  const { said, manager } = listed
  const earlier = all.find(
    (other) =>
      other.line < listed.line &&
      (said.email === '' ? same(other.said.name, said.name) && same(other.said.body, said.body) : other.said.email === said.email),
  )
  const twice = earlier ? [`The same person stands on line ${earlier.line} already.`] : []
  if (manager === '') return twice
  if (manager.toLowerCase() === said.email || same(manager, said.name)) return [...twice, 'Nobody is their own manager.']
  const found =
    managersNamed(manager, contacts).length + all.filter((other) => isNamed(other.said, manager) && !isNamed(other.known, manager)).length
  if (found === 0) return [...twice, `The manager “${manager}” is neither in this list nor among your contacts.`]
  return found > 1 ? [...twice, `Several people are called “${manager}”. Give the manager’s e-mail address.`] : twice
}

export function managersNamed(manager: string, contacts: readonly Contact[]): Contact[] {
  return contacts.filter((contact) => !contact.gone && isNamed(contact, manager))
}

function isNamed(person: { name: string; email: string } | null, words: string): boolean {
  return person !== null && (words.includes('@') ? person.email === words.toLowerCase() : same(person.name, words))
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
