import type { Reading } from '../reading/reading.ts'
import type { Finding } from './finding.ts'
import { lettersApart } from './likeness.ts'
import { asksNothing, isClosed, ownersOf, subjectOfUndertaking, undertakingsOf } from './plan-case.ts'
import type { PlanCase } from './plan-case.ts'
import { finding } from './raise-finding.ts'
import { isBlank, standsForNothing } from './sentences.ts'

/** Everything has an owner; a recommendation whose actions have none is said once. */
export function ownerMissing(plan: PlanCase): Finding[] {
  const { review } = plan
  const undertakings = review.recommendations.flatMap(undertakingsOf)
  const owned = undertakings.filter((one) => ownersOf(one).some((owner) => !standsForNothing(owner)))
  if (undertakings.length < 2) return []
  if (owned.length === 0)
    return [
      finding(
        'owner_missing',
        { review: review.title, place: review.place },
        `None of the ${review.recommendations.length} recommendations has an owner.`,
      ),
    ]
  if (owned.length < undertakings.length / 2) return []
  return review.recommendations
    .filter((recommendation) => recommendation.response?.answer !== 'rejected' && !asksNothing(recommendation))
    .flatMap((recommendation) => {
      const all = undertakingsOf(recommendation)
      const none = all.filter((one) => !ownersOf(one).some((owner) => !standsForNothing(owner)))
      if (none.length === all.length) {
        const part = all.length === 1 ? all[0]!.part : null
        return [
          finding('owner_missing', { ...subjectOfUndertaking(plan, all[0]!), part, action: null }, 'No owner is named.', {
            quote: recommendation.text,
          }),
        ]
      }
      return none.map((one) =>
        finding('owner_missing', subjectOfUndertaking(plan, one), `No owner is named for action ${one.number}.`, {
          quote: one.action?.text,
        }),
      )
    })
}

const NOBODY =
  /^(?:all|all (?:partners|agencies|services|organisations|staff|officers|teams|departments|managers|schools|councils?|members)|everyone|everybody|various|national(?:ly)?|partners|partner (?:agencies|organisations)|agencies|officers|organisations|stakeholders|schools|educational? (?:establishments|settings|providers)|others|multiple|relevant (?:officers|services|agencies|partners))$/i

/** `All` and `National` answer for nothing. Silent where somebody in particular is named as well. */
export function ownerVague(plan: PlanCase): Finding[] {
  return plan.review.recommendations
    .filter((recommendation) => !isClosed(recommendation) || recommendation.updates.length > 0)
    .flatMap((recommendation) => {
      const all = undertakingsOf(recommendation)
      const vague = all.filter((one) => ownersOf(one).length > 0 && ownersOf(one).every((owner) => NOBODY.test(owner.trim())))
      const whole = vague.length === all.length
      return (whole ? vague.slice(0, 1) : vague).map((one) =>
        finding(
          'owner_vague',
          { ...subjectOfUndertaking(plan, one), ...(whole ? { action: null } : {}) },
          `“${ownersOf(one).join(', ')}” is nobody in particular.`,
          { quote: ownersOf(one).join(', ') },
        ),
      )
    })
}

interface Mention {
  words: string[]
  printed: string
  review: string | null
  ref: string | null
  /** The list it stands in: two names in one list are two people. */
  list: string
}

const ROLE =
  /\b(?:chair|head|director|officer|manager|team|board|group|council|service|services|lead|leader|panel|committee|partnership|police|department|member|coordinator|co-ordinator|executive|trust|nhs|unit|centre|school|schools|college|cabinet|health|social|adviser|advisor|assistant|strategic|safeguarding)\b/i

/**
 * The same person spelt in two ways: the same first name (or initial), and surnames one letter apart. Two names that ever stand in one list
 * are two people.
 */
export function nameInconsistent(reading: Reading): Finding[] {
  const mentions = mentionsIn(reading)
  const lists = Map.groupBy(mentions, ({ words }) => words.join(' '))
  const byFirst = Map.groupBy(
    [...lists.values()].map(([first]) => first!),
    ({ words }) => words[0]!,
  )
  return [...byFirst.values()].flatMap((names) =>
    names.slice(0, 200).flatMap((later, index) => {
      const earlier = names.slice(0, index).find((other) => looksMisspelt(other, later) && !standTogether(lists, other, later))
      if (!earlier) return []
      const where = earlier.ref ? ` at recommendation ${earlier.ref}` : ' elsewhere'
      const message = `“${later.printed}” is spelt “${earlier.printed}”${where}.`
      return [finding('name_inconsistent', { review: later.review, ref: later.ref }, message, { quote: later.printed })]
    }),
  )
}

function standTogether(lists: ReadonlyMap<string, Mention[]>, one: Mention, other: Mention): boolean {
  const where = new Set(lists.get(one.words.join(' '))?.map(({ list }) => list))
  return lists.get(other.words.join(' '))!.some(({ list }) => where.has(list))
}

function mentionsIn(reading: Reading): Mention[] {
  const named = reading.reviews.flatMap((review, index) => [
    ...(review.link_officers ?? []).map((printed) => mention(printed, { review: review.title, ref: null, list: `links ${index}` })),
    ...review.recommendations.flatMap(({ ref, owners, actions }) =>
      [owners, ...actions.map((action) => action.owners)].flatMap((names, list) =>
        names.map((printed) => mention(printed, { review: review.title, ref, list: `${index} ${ref} ${list}` })),
      ),
    ),
  ])
  const members = reading.meetings.flatMap(({ membership, present, also_present, in_attendance, apologies }, index) =>
    [membership, present, also_present, in_attendance, apologies].flatMap((names, list) =>
      (names ?? []).map((printed) => mention(printed, { review: null, ref: null, list: `meeting ${index} ${list}` })),
    ),
  )
  return [...named, ...members].filter(({ words }) => words.length === 2)
}

/** The first name (or initial) and the surname, without titles, offices and what follows a comma or a dash. */
function mention(printed: string, where: Pick<Mention, 'review' | 'ref' | 'list'>): Mention {
  const bare = printed
    .split(/[,(]| [-–] /)[0]!
    .replace(/\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Sir|Dame|Lord|Lady|Chair|Vice|AD)\b\.?/g, ' ')
    .replace(/\./g, ' ')
  const words = bare.trim().split(/\s+/)
  const named =
    ROLE.test(bare) && !/^[A-Z][a-z]+ [A-Z][a-z]+ /.test(`${bare} `) ? [] : words.filter((word) => /^[A-Z][\p{L}'’-]*$/u.test(word))
  const initials = named.filter((word) => word.length === 1)
  const pair = initials.length > 0 ? [initials[0]!, named.find((word) => word.length > 1) ?? ''] : named.slice(0, 2)
  return {
    words: pair.filter((word) => !isBlank(word) && !ROLE.test(word)).map((word) => word.toLowerCase()),
    printed: printed.trim(),
    ...where,
  }
}

function looksMisspelt(one: Mention, other: Mention): boolean {
  const [first, surname] = one.words
  const [otherFirst, otherSurname] = other.words
  return (
    first === otherFirst &&
    surname! !== otherSurname! &&
    surname!.length >= 5 &&
    otherSurname!.length >= 5 &&
    lettersApart(surname!, otherSurname!) === 1
  )
}
