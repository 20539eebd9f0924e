import type { FastifyInstance } from 'fastify'
import type { AppOptions } from '../src/app.ts'
import { buildApp } from '../src/app.ts'
import { addCouncil } from '../src/council/add-council.ts'
import { addAccount } from '../src/people/add-account.ts'
import type { Officer, OfficerRole } from '../src/people/officer.ts'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { keyOfHeed, type KeyOfHeed } from '../src/platform/core/seal.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { inCouncil } from '../src/platform/database/database.ts'
import type { TestDatabase } from './test-database.ts'
import { testDatabase } from './test-database.ts'
import type { Visitor } from './visitor.ts'
import { visitorOf } from './visitor.ts'

export interface TestApp {
  app: FastifyInstance
  database: TestDatabase
  councilId: string
  /** The two people of the council, as actions know them. */
  officers: Record<OfficerRole, Officer>
  /** Someone at a browser, signed in as that person; without one, a stranger. */
  visitor: (role?: OfficerRole) => Promise<Visitor>
  /** A transaction in the council, to arrange and to look. */
  inCouncil: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>
  /** What Heed takes for now; set it to travel. */
  clock: { now: Date }
  /** What its secrets are sealed with. */
  key: KeyOfHeed
}

type Ending = { after: (work: () => Promise<void>) => void; /** More pages, to try what all pages share. */ pages?: AppOptions['pages'] }

/** For a worker in another process, too. */
export const TEST_SECRET = 'sealed with wax and a good stamp'
export const PASSWORD = 'kettle-marble-thursday'
const NAMES: Record<OfficerRole, string> = { administrator: 'Ada Minster', officer: 'Oswin Thorpe' }

/** Heed on a fresh database with Wexcombe Borough Council, an administrator and an officer; closed when the test (or the file) ends. */
export async function testApp(ending: Ending): Promise<TestApp> {
  const database = await testDatabase(ending)
  const clock = { now: new Date() }
  const officers = await foundWexcombe(database)
  const { councilId } = officers.officer
  const key = keyOfHeed('', TEST_SECRET)
  const app = await buildApp({ db: database.app, publicDb: database.public, key, clock: () => clock.now, pages: ending.pages })
  ending.after(() => app.close())
  const visitor = async (role?: OfficerRole) => {
    if (!role) return visitorOf(app)
    const secret = await openSession(database.app, officers[role].accountId, councilId, clock.now)
    return visitorOf(app, new Map([[SESSION_COOKIE, secret]]))
  }
  return { app, database, councilId, officers, visitor, clock, key, inCouncil: (work) => inCouncil(database.app, councilId, work) }
}

/** The e-mail address of the person in that role. */
export function emailOf(role: OfficerRole): string {
  return `${role}@wexcombe.example`
}

async function foundWexcombe(database: TestDatabase): Promise<Record<OfficerRole, Officer>> {
  const council = { name: 'Wexcombe Borough Council', colour: '#1d4f6e', contact: '' }
  return addCouncil(database.app, council, async (trx, councilId) => {
    const person = async (role: OfficerRole): Promise<Officer> => {
      const accountId = await addAccount(trx, councilId, { email: emailOf(role), name: NAMES[role], role, password: PASSWORD }, null)
      return { councilId, accountId, name: NAMES[role], role }
    }
    return { administrator: await person('administrator'), officer: await person('officer') }
  })
}
