import { listContacts } from '../contacts/contact.queries.ts'
import { listOwners } from '../contacts/owners.queries.ts'
import { recordAbsence } from '../contacts/record-absence.ts'
import { takeInContacts } from '../contacts/take-in-contacts.ts'
import type { Officer } from '../people/officer.ts'
import { csvOfRows } from '../platform/documents/write-csv.ts'
import type { Trx } from '../platform/database/database.ts'

/** The contacts of Wexcombe as a list from a spreadsheet: each speaks for the owner of the post that they hold. Two of them nobody has said anything of yet. */
const LIST: [name: string, post: string, email: string, directorate: string, body: string, manager: string, speaks: boolean][] = [
  [
    'Marguerite Ashdown',
    'Director of Children and Families',
    'marguerite.ashdown@wexcombe.example',
    'Children and Families',
    '',
    '',
    false,
  ],
  ['Tobias Fenn', 'Director of Place', 'tobias.fenn@wexcombe.example', 'Place', '', '', false],
  ['Imogen Strand', 'Head of Inclusion', 'imogen.strand@wexcombe.example', 'Children and Families', '', 'Marguerite Ashdown', true],
  ['Callum Wray', 'Service Manager, Early Help', 'callum.wray@wexcombe.example', 'Children and Families', '', 'Marguerite Ashdown', true],
  ['Bronagh Tilley', 'Commissioning Manager', 'bronagh.tilley@wexcombe.example', 'Children and Families', '', 'Marguerite Ashdown', true],
  [
    'Piers Halloran',
    'Workforce Development Manager',
    'piers.halloran@wexcombe.example',
    'Children and Families',
    '',
    'Marguerite Ashdown',
    true,
  ],
  ['Odette Marlow', 'Head of Housing Options', 'odette.marlow@wexcombe.example', 'Place', '', 'Tobias Fenn', true],
  ['Rufus Caine', 'Private Sector Housing Manager', 'rufus.caine@wexcombe.example', 'Place', '', 'Odette Marlow', true],
  ['Jocasta Penn', 'Head of Revenues', 'jocasta.penn@wexcombe.example', 'Place', '', 'Tobias Fenn', true],
  ['Silas Orme', 'Transport Policy Manager', 'silas.orme@wexcombe.example', 'Place', '', 'Tobias Fenn', true],
  ['Winifred Lacey', 'Solicitor to the Council', 'winifred.lacey@wexcombe.example', '', '', '', false],
  ['Dr Anil Sarkar', 'Clinical lead', 'anil.sarkar@wexcombe-pcn.example', '', 'Wexcombe Primary Care Network', '', true],
  ['Hester Quill', 'Chief officer', 'hester.quill@wexcombe-carers.example', '', 'Wexcombe Carers’ Trust', '', true],
]

/** Puts them on the record the way an officer would: the list brought in, and one of them away over the turn of the year. */
export async function loadContacts(trx: Trx, officer: Officer): Promise<void> {
  const owners = new Set((await listOwners(trx)).map(({ name }) => name))
  const spoken = (post: string, body: string) => [post, body].filter((name) => owners.has(name)).join('; ')
  const rows = LIST.map(([name, post, email, directorate, body, manager, speaks]) => [
    name,
    post,
    email,
    directorate,
    body,
    manager,
    speaks ? spoken(post, body) : '',
  ])
  const heads = ['Name', 'Post', 'E-mail', 'Directorate', 'Body', 'Manager', 'Speaks for']
  await takeInContacts(trx, officer, csvOfRows([heads, ...rows]))
  const contacts = await listContacts(trx)
  const called = (name: string) => contacts.find((contact) => contact.name === name)!
  await recordAbsence(trx, officer, called('Callum Wray'), {
    from: '2026-12-14',
    until: '2027-01-08',
    coverId: called('Bronagh Tilley').id,
  })
}
