import { managersOf } from '../contacts/contact.queries.ts'
import type { Contact } from '../contacts/contact.ts'
import { addressOfService, serviceOf, type EscalationOf } from './escalation.ts'
import type { LadderStep, LadderStepName } from './ladder.ts'

/** What has to be said before a step has somebody to go to, and where. */
export interface Unknown {
  words: string
  href: string
}

interface Known {
  contacts: readonly Contact[]
  escalations: readonly EscalationOf[]
}

/**
 * Whom a step beyond the person asked is meant for. `nobody else`: the director or cabinet member who was asked, or a director who was written
 * to as the manager already; the step is left out for them.
 */
export function whomMeant(
  step: LadderStepName,
  asked: Contact,
  { contacts, escalations }: Known,
  ladder: readonly LadderStep[],
): Contact | Unknown | 'nobody else' {
  const manager = managersOf(asked, contacts).find(({ gone }) => !gone) ?? null
  if (step === 'to-manager')
    return (
      manager ?? { words: `Nobody is known as the manager of ${asked.name}. Say who it is.`, href: `/contacts/${asked.slug}/correcting` }
    )
  const service = serviceOf(asked)
  const of = escalations.find((each) => each.service === service)
  const contact = (id: string | null | undefined) => contacts.find((each) => each.id === id)
  const director = contact(of?.directorId)
  if (step === 'to-director') {
    if (director && (director.id === asked.id || (director.id === manager?.id && ladder.some((each) => each.step === 'to-manager'))))
      return 'nobody else'
    return director ?? unknown(asked, service, 'director')
  }
  const member = contact(of?.cabinetMemberId)
  if (step === 'chairs-letter') return member ?? director ?? unknown(asked, service, 'cabinet member or director')
  if (member?.id === asked.id) return 'nobody else'
  return member ?? unknown(asked, service, 'cabinet member')
}

function unknown(asked: Contact, service: string, who: string): Unknown {
  if (service === '')
    return {
      words: `It is not known for which directorate or body ${asked.name} works, so no ${who} is known. Say which.`,
      href: `/contacts/${asked.slug}/correcting`,
    }
  return { words: `Nobody is known as the ${who} of ${service}. Say who it is.`, href: addressOfService(service) }
}
