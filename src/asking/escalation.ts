import type { Contact } from '../contacts/contact.ts'
import { slugOf } from '../platform/core/slug.ts'

/** To whom the late answers of a service go beyond managers, as last said. */
export interface EscalationOf {
  /** The directorate, or the outside body. */
  service: string
  version: number
  directorId: string | null
  cabinetMemberId: string | null
}

/** Whose director and cabinet member count for somebody: their directorate's or, for an outside body's people, the body's own. */
export function serviceOf({ directorate, body }: Pick<Contact, 'directorate' | 'body'>): string {
  return directorate || body
}

/** The page among the settings where a service's director and cabinet member are said. */
export function addressOfService(service: string): string {
  return `/settings/escalation/${slugOf(service, 'service', 80)}`
}
