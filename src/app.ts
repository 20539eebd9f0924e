import Fastify from 'fastify'
import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify'
import { committeePages } from './council/committee.pages.tsx'
import { councilPages } from './council/council.pages.tsx'
import { absencePages } from './contacts/absence.pages.tsx'
import { contactPages } from './contacts/contact.pages.tsx'
import { contactsListPages } from './contacts/contacts-list.pages.tsx'
import { ownerPages } from './contacts/owners.pages.tsx'
import { askedPages } from './answering/asked.pages.tsx'
import { receiptPages } from './answering/receipt.pages.tsx'
import { sendingPages } from './answering/sending.pages.tsx'
import { openLinkPages } from './answering/open-link.pages.ts'
import { inAskedCouncil, knowAsked } from './asking/asked.ts'
import { attachmentPages } from './answering/attachment.pages.tsx'
import { ownerNotesPages } from './answering/owner-notes.pages.tsx'
import { askedFormPages } from './answering/asked-form.pages.tsx'
import { passingOnPages } from './answering/passing-on.pages.tsx'
import { chaseLogPages } from './asking/chase-log.pages.tsx'
import { chasingPages } from './asking/chasing.pages.tsx'
import { escalationPages } from './asking/escalation.pages.tsx'
import { ladderPages } from './asking/ladder.pages.tsx'
import { askingPages } from './asking/asking.pages.tsx'
import { oneAskingPages } from './asking/one-asking.pages.tsx'
import { remindingPages } from './asking/reminding.pages.tsx'
import { sendingNotesPages } from './asking/sending-notes.pages.tsx'
import { sendingBackPages } from './asking/sending-back.pages.tsx'
import { yourUpdatesPages } from './answering/your-updates.pages.tsx'
import { briefingPages } from './briefings/briefing.pages.tsx'
import { calendarAddressPages } from './calendar/calendar-address.pages.tsx'
import { calendarPages } from './calendar/calendar.pages.ts'
import { homePages } from './home/home.pages.tsx'
import { settingsPages } from './council/settings.pages.tsx'
import { historyPages } from './history/history.pages.tsx'
import { checkPages } from './imports/check.pages.tsx'
import { importPages } from './imports/import.pages.tsx'
import { importPlanPages } from './imports/import-plan.pages.tsx'
import { importReviewPages } from './imports/import-review.pages.tsx'
import { documentHintPages } from './imports/document-hints.pages.tsx'
import { documentShapePages } from './imports/document-shape.pages.tsx'
import { importTablePages } from './imports/import-table.pages.tsx'
import { importsPages } from './imports/imports.pages.tsx'
import { pageLinesPages } from './imports/page-lines.pages.tsx'
import { particularsPages } from './imports/particulars.pages.tsx'
import { unplacedPages } from './imports/unplaced.pages.tsx'
import { inOfficersCouncil, knowOfficers } from './people/officers-council.ts'
import { accountPages } from './people/account.pages.tsx'
import { messagePages } from './messages/message.pages.tsx'
import { postSettingsPages } from './messages/post-settings.pages.tsx'
import { wordsPages } from './messages/words.pages.tsx'
import { memberPages } from './members/member.pages.tsx'
import { wayInPages } from './members/way-in.pages.tsx'
import { membershipPages } from './members/membership.pages.tsx'
import { attendancePages } from './decisions/attendance.pages.tsx'
import { decisionListPages } from './decisions/decision-list.pages.tsx'
import { questionPages } from './decisions/question.pages.tsx'
import { roomPages } from './decisions/room.pages.tsx'
import { agendaPages } from './meetings/agenda.pages.tsx'
import { meetingPages } from './meetings/meeting.pages.tsx'
import { changingPages } from './meetings/changing.pages.tsx'
import { meetingsPages } from './meetings/meetings.pages.tsx'
import { packPages } from './meetings/pack.pages.tsx'
import { itemPaperPages } from './meetings/item-papers.pages.tsx'
import { letterPages } from './letters/letter.pages.tsx'
import { requestLetterPages } from './letters/request-letter.pages.tsx'
import { lettersOfPages } from './letters/letters-of.pages.tsx'
import { minutesPages } from './minutes/minutes.pages.tsx'
import { meetingRequestPages } from './requests/meeting-requests.pages.tsx'
import { programmePages } from './requests/programme.pages.tsx'
import { requestPages } from './requests/request.pages.tsx'
import { linkPages } from './people/link.pages.tsx'
import { peoplePages } from './people/people.pages.tsx'
import { signInPages } from './people/sign-in.pages.tsx'
import { paperPages } from './papers/paper.pages.tsx'
import { registerPages } from './register/register.pages.tsx'
import { extensionPages } from './rounds/extension.pages.tsx'
import { extensionRulePages } from './rounds/extension-rule.pages.tsx'
import { findingPages } from './rounds/finding.pages.tsx'
import { linePages } from './rounds/line.pages.tsx'
import { noUpdatePages } from './rounds/no-update.pages.tsx'
import { officersRoundPages } from './rounds/officers-round.pages.tsx'
import { checkBackPages } from './rounds/check-back.pages.tsx'
import { daysPages } from './rounds/days.pages.tsx'
import { openingPages } from './rounds/opening.pages.tsx'
import { actionPages } from './action-plans/action.pages.tsx'
import { correctionPages } from './recommendations/correction.pages.tsx'
import { recommendationPages } from './recommendations/recommendation.pages.tsx'
import { reviewFormPages } from './reviews/review-forms.pages.tsx'
import { responseMessagePages } from './responses/response-messages.pages.tsx'
import { responseRulePages } from './responses/response-rule.pages.tsx'
import { responsePages } from './responses/response.pages.tsx'
import { reviewPages } from './reviews/review.pages.tsx'
import { roundPages } from './rounds/round.pages.tsx'
import { timetablePages } from './rounds/timetable.pages.tsx'
import { updatePages } from './rounds/update.pages.tsx'
import { whatIsAskedPages } from './rounds/what-is-asked.pages.tsx'
import { paperInTemplatePages } from './templates/paper-in-template.pages.ts'
import { templateDefaultPages } from './templates/template-default.pages.tsx'
import { templatePages } from './templates/template.pages.tsx'
import type { Clock } from './platform/core/clock.ts'
import { Refusal } from './platform/core/refusal.ts'
import type { KeyOfHeed } from './platform/core/seal.ts'
import { isDatabaseError } from './platform/database/conflict.ts'
import type { Db, Trx } from './platform/database/database.ts'
import { buildAssets } from './platform/web/build-assets.ts'
import { installShell } from './platform/web/shell.tsx'
import { formReturnPages } from './travelling-forms/form-return.pages.tsx'
import { travellingFormPages } from './travelling-forms/travelling-form.pages.tsx'
import { scalePages } from './scales/scale.pages.tsx'

export interface AppOptions {
  /** As the application's role: row-level security applies. */
  db: Db
  /** As the public role, which sees the views of the register: what the register's pages are read by. */
  publicDb: Db
  /** What seals the secrets that Heed must use again. */
  key: KeyOfHeed
  clock?: Clock
  logger?: FastifyServerOptions['logger']
  /** Behind a proxy that speaks TLS and says whom it speaks for. */
  trustProxy?: boolean
  /** More pages, for tests of what all pages share. */
  pages?: (app: FastifyInstance) => void
}

/** Door 1: the web. Every room's pages are one line. */
export async function buildApp({
  db,
  publicDb,
  key,
  clock = () => new Date(),
  logger = false,
  trustProxy = false,
  pages,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger,
    trustProxy,
    routerOptions: { ignoreTrailingSlash: true },
    // An address that cannot be read reaches no page: it is answered as one that leads nowhere.
    frameworkErrors: (_error, _request, reply) => reply.redirect('/address-not-found', 303),
  })
  app.decorate('db', db)
  app.decorate('clock', clock)
  app.decorate('keyOfHeed', key)
  await installShell(app, { assets: await buildAssets(), around, session, inTransaction, asRefusal })
  knowOfficers(app)
  knowAsked(app)

  await app.register(homePages)
  await app.register(signInPages)
  await app.register(linkPages)
  await app.register(accountPages)
  await app.register(peoplePages)
  await app.register(settingsPages)
  await app.register(councilPages)
  await app.register(committeePages)
  await app.register(scalePages)
  await app.register(historyPages)
  await app.register(contactPages)
  await app.register(absencePages)
  await app.register(ownerPages)
  await app.register(contactsListPages)
  await app.register(messagePages)
  await app.register(postSettingsPages)
  await app.register(wordsPages)
  await app.register(ladderPages)
  await app.register(escalationPages)
  await app.register(reviewPages)
  await app.register(memberPages)
  await app.register(wayInPages)
  await app.register(membershipPages)
  await app.register(meetingsPages)
  await app.register(changingPages)
  await app.register(meetingPages)
  await app.register(agendaPages)
  await app.register(packPages)
  await app.register(attendancePages)
  await app.register(questionPages)
  await app.register(roomPages)
  await app.register(decisionListPages)
  await app.register(briefingPages)
  await app.register(minutesPages)
  await app.register(requestPages)
  await app.register(meetingRequestPages)
  await app.register(programmePages)
  await app.register(itemPaperPages)
  await app.register(letterPages)
  await app.register(lettersOfPages)
  await app.register(requestLetterPages)
  await app.register(reviewFormPages)
  await app.register(responsePages)
  await app.register(responseMessagePages)
  await app.register(responseRulePages)
  await app.register(recommendationPages)
  await app.register(correctionPages)
  await app.register(actionPages)
  await app.register(openingPages)
  await app.register(daysPages)
  await app.register(timetablePages)
  await app.register(extensionPages)
  await app.register(extensionRulePages)
  await app.register(checkBackPages)
  await app.register(roundPages)
  await app.register(officersRoundPages)
  await app.register(noUpdatePages)
  await app.register(updatePages)
  await app.register(chasingPages)
  await app.register(chaseLogPages)
  await app.register(askingPages)
  await app.register(oneAskingPages)
  await app.register(remindingPages)
  await app.register(sendingBackPages)
  await app.register(sendingNotesPages)
  await app.register(linePages)
  await app.register(whatIsAskedPages)
  await app.register(findingPages)
  await app.register(travellingFormPages)
  await app.register(formReturnPages)
  await app.register(attachmentPages)
  await app.register(ownerNotesPages)
  await app.register(passingOnPages)
  await app.register(askedFormPages)
  await app.register(paperPages)
  await app.register(templatePages)
  await app.register(templateDefaultPages)
  await app.register(paperInTemplatePages)
  await app.register(importsPages)
  await app.register(importPages)
  await app.register(importReviewPages)
  await app.register(particularsPages)
  await app.register(importTablePages)
  await app.register(documentHintPages)
  await app.register(pageLinesPages)
  await app.register(documentShapePages)
  await app.register(unplacedPages)
  await app.register(importPlanPages)
  await app.register(checkPages)
  await app.register(openLinkPages)
  await app.register(askedPages)
  await app.register(sendingPages)
  await app.register(receiptPages)
  await app.register(yourUpdatesPages)
  await app.register(calendarPages)
  await app.register(calendarAddressPages)
  await app.register(registerPages, { db: publicDb })

  pages?.(app)

  return app
}

const NAVIGATION = [
  { text: 'Home', href: '/' },
  { text: 'Reviews', href: '/reviews' },
  { text: 'Rounds', href: '/rounds' },
  { text: 'Imports', href: '/imports' },
  { text: 'Meetings', href: '/meetings', also: '/papers' },
  { text: 'Settings', href: '/settings', role: 'administrator' },
]

/** A member reads what their committees have before them, and has a password. */
const MEMBERS_NAVIGATION = [
  { text: 'Briefing', href: '/briefing' },
  { text: 'Your account', href: '/account' },
]

function around({ officer, asked, onlyCouncil, routeOptions }: FastifyRequest) {
  if (routeOptions.config.forEveryone) return { name: 'Heed', colour: '#1d4f6e', home: '/register', navigation: [], person: null }
  if (asked) return { ...asked.council, home: `/asked/${asked.askingId}`, navigation: [], person: null }
  if (!officer) return { name: 'Heed', colour: '#1d4f6e', ...onlyCouncil, navigation: [], person: null }
  const isMember = officer.role === 'member'
  const navigation = isMember ? MEMBERS_NAVIGATION : NAVIGATION.filter(({ role }) => role === undefined || role === officer.role)
  return {
    name: officer.council.name,
    colour: officer.council.colour,
    ...(isMember && { home: '/briefing' }),
    navigation,
    person: { name: officer.name, href: '/account', signOut: '/sign-out' },
  }
}

function session({ officer, asked }: FastifyRequest) {
  if (asked) return { senderId: asked.linkId, formToken: asked.formToken }
  return officer && { senderId: officer.accountId, formToken: officer.formToken }
}

function inTransaction<T>(request: FastifyRequest, work: (trx: Trx) => Promise<T>): Promise<T> {
  return request.asked ? inAskedCouncil(request, work) : inOfficersCouncil(request, work)
}

/** What the database itself refuses, in words (the codes are those of the migrations). */
function asRefusal(error: unknown): unknown {
  if (isDatabaseError(error, 'HE001'))
    return new Refusal('conflict', 'This round is frozen: what members saw can never change. Open another round.', { cause: error })
  if (isDatabaseError(error, 'HE002'))
    return new Refusal('conflict', 'This round is closed, so it takes no more updates. Reopen it first.', { cause: error })
  if (isDatabaseError(error, 'HE003'))
    return new Refusal('conflict', 'This line was left out of the round, so it takes no update. Take it in again first.', { cause: error })
  return error
}
