// Written by `npm run schema` from the migrated database: change a migration, then run it.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** The database gives a value where none is written. */
type Generated<T> = T extends ColumnType<infer Read, infer Write, infer Change> ? ColumnType<Read, Write | undefined, Change> : ColumnType<T, T | undefined, T>

/** JSON is written as text (JSON.stringify), because a bare array would become an array of PostgreSQL's; it is read as what was stored. */
type Json = ColumnType<unknown, string, string>
type Timestamp = ColumnType<Date, Date | string, Date | string>

export type AcceptanceTable = {
  council_id: string
  id: Generated<string>
  item_id: string
  version: number
  accepted_at: Generated<Timestamp>
  accepted_by: string | null
}

export type AcceptanceWithdrawalTable = {
  council_id: string
  acceptance_id: string
  withdrawn_at: Generated<Timestamp>
  withdrawn_by: string | null
}

export type AccountTable = {
  id: Generated<string>
  email: string
  name: string
  created_at: Generated<Timestamp>
}

export type ActionTable = {
  council_id: string
  id: Generated<string>
  recommendation_id: string
  position: number
}

export type ActionServesTable = {
  council_id: string
  action_id: string
  recommendation_id: string
}

export type ActionVersionTable = {
  council_id: string
  action_id: string
  version: number
  ref: string | null
  part: string | null
  outcome: string | null
  text: string
  measures: Generated<string[]>
  budget: string | null
  percent_complete: number | null
  rag: string | null
  performance: string | null
  withdrawn: Generated<boolean>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type AgendaItemTable = {
  council_id: string
  id: Generated<string>
  meeting_id: string
}

export type AgendaItemVersionTable = {
  council_id: string
  agenda_item_id: string
  version: number
  position: number
  kind: 'apologies' | 'declarations' | 'minutes' | 'round' | 'response' | 'requests' | 'work-programme' | 'other'
  title: string
  text: Generated<string>
  round_id: string | null
  review_id: string | null
  exempt_paragraphs: Generated<number[]>
  public_interest: Generated<string>
  appended: Generated<boolean>
  late_reason: Generated<string>
  dropped: Generated<boolean>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type AskingTable = {
  council_id: string
  id: Generated<string>
  round_id: string
  contact_id: string
  asked_at: Generated<Timestamp>
  asked_by: string | null
}

export type AskingItemTable = {
  council_id: string
  asking_id: string
  item_id: string
  number: Generated<number>
  added_at: Generated<Timestamp>
  added_by: string | null
}

export type AskingItemEndTable = {
  council_id: string
  asking_id: string
  item_id: string
  number: Generated<number>
  reason: Generated<string>
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type AskingLinkTable = {
  council_id: string
  id: Generated<string>
  asking_id: string
  hash: Buffer
  sealed: Buffer
  for_name: string
  for_address: string
  passed_by: string | null
  made_at: Generated<Timestamp>
  made_by: string | null
  expires_at: Timestamp
}

export type AskingLinkOpeningTable = {
  council_id: string
  asking_link_id: string
  opened_on: string
  opened_at: Generated<Timestamp>
}

export type AskingLinkRevocationTable = {
  council_id: string
  asking_link_id: string
  revoked_at: Generated<Timestamp>
  revoked_by: string | null
  revoked_by_link: string | null
}

export type AskingMessageTable = {
  council_id: string
  message_id: string
  asking_id: string
}

export type AttachmentTable = {
  council_id: string
  id: Generated<string>
  item_id: string
  name: string
  kind: string
  size: number
  sha256: Buffer
  attached_at: Generated<Timestamp>
  attached_by_name: string
  attached_by: string | null
  asking_link_id: string | null
}

export type AttachmentFileTable = {
  council_id: string
  sha256: Buffer
  bytes: Buffer
}

export type AttachmentWithdrawalTable = {
  council_id: string
  attachment_id: string
  withdrawn_at: Generated<Timestamp>
  withdrawn_by_name: string
}

export type AttendanceTable = {
  council_id: string
  meeting_id: string
  member_id: string
  version: number
  state: 'present' | 'apologies' | 'absent'
  for_member_id: string | null
  arrived: string | null
  departed: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type CalendarAddressTable = {
  council_id: string
  id: Generated<string>
  hash: Buffer
  account_id: string | null
  contact_id: string | null
  committee_id: string | null
  made_at: Generated<Timestamp>
  made_by: string | null
}

export type CalendarAddressRevocationTable = {
  council_id: string
  calendar_address_id: string
  revoked_at: Generated<Timestamp>
  revoked_by: string | null
}

export type CheckBackTable = {
  council_id: string
  id: Generated<string>
  recommendation_id: string
  due_on: string
  reason: Generated<string>
  set_at: Generated<Timestamp>
  set_by: string | null
}

export type CheckBackEndTable = {
  council_id: string
  check_back_id: string
  round_id: string | null
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type CommitteeTable = {
  council_id: string
  id: Generated<string>
  slug: string
}

export type CommitteeRuleTable = {
  council_id: string
  committee_id: string
  version: number
  quorum: Generated<number>
  minute_reference: Generated<string>
  next_number: Generated<number>
  records_movers: Generated<boolean>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type CommitteeVersionTable = {
  council_id: string
  committee_id: string
  version: number
  name: string
  kind: Generated<'scrutiny' | 'cabinet' | 'council' | 'board' | 'other'>
  contact: Generated<string>
  closed: Generated<boolean>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type ContactTable = {
  council_id: string
  id: Generated<string>
  slug: string
}

export type ContactAbsenceTable = {
  council_id: string
  id: Generated<string>
  contact_id: string
  from_day: string
  until_day: string | null
  cover_id: string | null
  said_at: Generated<Timestamp>
  said_by: string | null
}

export type ContactAbsenceEndTable = {
  council_id: string
  absence_id: string
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type ContactVersionTable = {
  council_id: string
  contact_id: string
  version: number
  name: string
  post: Generated<string>
  body: Generated<string>
  directorate: Generated<string>
  email: Generated<string>
  manager_id: string | null
  gone: Generated<boolean>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type CouncilTable = {
  id: Generated<string>
  slug: string
  created_at: Generated<Timestamp>
}

export type CouncilVersionTable = {
  council_id: string
  version: number
  name: string
  colour: Generated<string>
  contact: Generated<string>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type DecisionTable = {
  council_id: string
  id: Generated<string>
  meeting_id: string
  agenda_item_id: string
  recommendation_id: string
  action_id: string | null
  item_id: string | null
  kind: 'agree' | 'challenge' | 'sign-off' | 'defer' | 'call' | 'grant-extension' | 'refuse-extension' | 'close' | 'reopen'
  grade_code: string | null
  grade_label: string | null
  meaning: string | null
  words: Generated<string>
  ending: 'achieved-in-time' | 'achieved-late' | 'partly' | 'not-accepted-in-substance' | 'superseded' | 'no-longer-relevant' | 'asked-and-refused' | null
  moved_by: string | null
  seconded_by: string | null
  minute_reference: Generated<string>
  warned: Generated<string>
  device_key: string
  device_number: Generated<number>
  decided_at: Timestamp
  recorded_at: Generated<Timestamp>
  recorded_by: string | null
}

export type DecisionWithdrawalTable = {
  council_id: string
  decision_id: string
  reason: Generated<string>
  withdrawn_at: Generated<Timestamp>
  withdrawn_by: string | null
}

export type DeclarationTable = {
  council_id: string
  id: Generated<string>
  meeting_id: string
  member_id: string
  agenda_item_id: string | null
  kind: 'pecuniary' | 'other'
  interest: string
  leaves: Generated<boolean>
  declared_at: Generated<Timestamp>
  declared_by: string | null
}

export type DeclarationWithdrawalTable = {
  council_id: string
  declaration_id: string
  withdrawn_at: Generated<Timestamp>
  withdrawn_by: string | null
}

export type DocumentTable = {
  council_id: string
  id: Generated<string>
  name: string
  kind: 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf' | 'xlsx' | 'csv' | 'text'
  bytes: Buffer
  sha256: Buffer
  uploaded_at: Generated<Timestamp>
  uploaded_by: string | null
}

export type DocumentShapeTable = {
  council_id: string
  id: Generated<string>
  import_id: string
  kind: 'table' | 'sheets' | 'pages'
  shape: Json
  said: Json
  remembered_at: Generated<Timestamp>
  remembered_by: string | null
}

export type DocumentShapeForgettingTable = {
  council_id: string
  document_shape_id: string
  forgotten_at: Generated<Timestamp>
  forgotten_by: string | null
}

export type DraftTable = {
  council_id: string
  id: Generated<string>
  asking_id: string
  item_id: string
  said: Json
  based_on: number
  revision: Generated<number>
  written_by: string
  asking_link_id: string
  begun_at: Generated<Timestamp>
  saved_at: Generated<Timestamp>
}

export type EnclosureTable = {
  council_id: string
  sha256: Buffer
  version: number
  title: string
  taken: 'read' | 'both' | 'beside' | 'left-out'
  content: Json | null
  statement: Generated<string>
  confirmed_at: Generated<Timestamp>
  confirmed_by: string | null
}

export type EscalationVersionTable = {
  council_id: string
  directorate: string
  version: number
  director_id: string | null
  cabinet_member_id: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type EventTable = {
  council_id: string
  number: number
  at: Timestamp
  actor_id: string | null
  actor_name: string
  kind: string
  subject: string
  detail: Generated<Json>
  previous_hash: Buffer
  hash: Buffer
}

export type ExtensionDecisionTable = {
  council_id: string
  id: Generated<string>
  item_id: string
  version: number
  granted: boolean
  decided_by: string
  reason: Generated<string>
  recorded_at: Generated<Timestamp>
  recorded_by: string | null
}

export type ExtensionRuleTable = {
  council_id: string
  version: number
  granted_by: 'decision' | 'freeze'
  who: Generated<string>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type FindingExplanationTable = {
  council_id: string
  id: Generated<string>
  submission_id: string
  item_id: string
  rule: string
  of: string
  reason: string
}

export type FindingOverrideTable = {
  council_id: string
  id: Generated<string>
  round_id: string
  review_id: string
  item_id: string | null
  rule: string
  of: string
  reason: string
  made_at: Generated<Timestamp>
  made_by: string | null
}

export type FindingOverrideWithdrawalTable = {
  council_id: string
  finding_override_id: string
  withdrawn_at: Generated<Timestamp>
  withdrawn_by: string | null
}

export type FormKeyTable = {
  key: string
  sender_id: string
  answer: string
  used_at: Generated<Timestamp>
}

export type FormReturnTable = {
  council_id: string
  id: Generated<string>
  round_id: string
  came_at: Generated<Timestamp>
  kept_by: string | null
  asking_link_id: string | null
}

export type FormReturnDocumentTable = {
  council_id: string
  form_return_id: string
  position: number
  document_id: string
  name: string
  codes: string[]
}

export type FormReturnUpdateTable = {
  council_id: string
  item_id: string
  version: number
  form_return_id: string
  travelling_form_id: string
}

export type ImportTable = {
  council_id: string
  id: Generated<string>
  document_id: string
  started_at: Generated<Timestamp>
  started_by: string | null
}

export type ImportAbandonmentTable = {
  council_id: string
  import_id: string
  abandoned_at: Generated<Timestamp>
  abandoned_by: string | null
}

export type ImportConfirmationTable = {
  council_id: string
  import_id: string
  made: Json
  confirmed_at: Generated<Timestamp>
  confirmed_by: string | null
}

export type ImportReadingTable = {
  council_id: string
  import_id: string
  version: number
  reading: Json
  hints: Generated<Json>
  plan: Generated<Json>
  correction: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type InvitationTable = {
  council_id: string
  id: Generated<string>
  email: string
  name: string
  role: 'administrator' | 'officer' | 'member'
  token_hash: Buffer
  invited_at: Generated<Timestamp>
  invited_by: string | null
  expires_at: Timestamp
  member_id: string | null
}

export type InvitationUseTable = {
  council_id: string
  invitation_id: string
  account_id: string | null
  used_at: Generated<Timestamp>
}

export type ItemPaperTable = {
  council_id: string
  id: Generated<string>
  agenda_item_id: string
}

export type ItemPaperVersionTable = {
  council_id: string
  item_paper_id: string
  version: number
  position: number
  letter_id: string | null
  name: string | null
  kind: string | null
  size: number | null
  sha256: Buffer | null
  withdrawn: Generated<boolean>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type LadderVersionTable = {
  council_id: string
  version: number
  steps: Json
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type LetterTable = {
  council_id: string
  id: Generated<string>
  slug: string
  direction: 'out' | 'in'
  kind: 'comment' | 'letter' | 'call' | 'notice' | 'chaser' | 'reply'
  recommendation_id: string | null
  review_id: string | null
  meeting_id: string | null
  reply_to: string | null
  exempt_paragraphs: Generated<number[]>
  made_at: Generated<Timestamp>
  made_by: string | null
}

export type LetterAttachmentTable = {
  council_id: string
  letter_id: string
  position: number
  name: string
  sha256: Buffer
  kind: string
  size: number
}

export type LetterAttachmentWithdrawalTable = {
  council_id: string
  letter_id: string
  position: number
  withdrawn_at: Generated<Timestamp>
  withdrawn_by: string | null
}

export type LetterRequestTable = {
  council_id: string
  letter_id: string
  request_id: string
}

export type LetterSendingTable = {
  council_id: string
  letter_id: string
  version: number
  message_id: string | null
  how: Generated<string>
  sent_at: Generated<Timestamp>
  sent_by: string | null
}

export type LetterVersionTable = {
  council_id: string
  letter_id: string
  version: number
  correspondent: Generated<string>
  address: Generated<string>
  dated_on: string | null
  subject: Generated<string>
  body: Generated<string>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type MeetingTable = {
  council_id: string
  id: Generated<string>
  committee_id: string
  slug: string
}

export type MeetingCancellationTable = {
  council_id: string
  id: Generated<string>
  meeting_id: string
  reason: string
  cancelled_at: Generated<Timestamp>
  cancelled_by: string | null
}

export type MeetingResumptionTable = {
  council_id: string
  meeting_cancellation_id: string
  resumed_at: Generated<Timestamp>
  resumed_by: string | null
}

export type MeetingVersionTable = {
  council_id: string
  meeting_id: string
  version: number
  held_on: string
  papers: Generated<Json>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type MemberTable = {
  council_id: string
  id: Generated<string>
  slug: string
}

export type MemberVersionTable = {
  council_id: string
  member_id: string
  version: number
  name: string
  kind: 'councillor' | 'co-optee'
  represents: Generated<string>
  email: Generated<string>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type MembershipTable = {
  council_id: string
  id: Generated<string>
  account_id: string
  role: 'administrator' | 'officer' | 'member'
  granted_at: Generated<Timestamp>
  granted_by: string | null
  member_id: string | null
}

export type MembershipEndTable = {
  council_id: string
  membership_id: string
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type MessageTable = {
  council_id: string
  id: Generated<string>
  purpose: string
  step: string
  about: string
  contact_id: string | null
  to_name: string
  to_address: string
  subject: string
  body_text: string
  body_html: string
  said: Generated<Json>
  link_sealed: Buffer | null
  reply_to: Generated<string>
  letter_id: string
  at_once: Generated<boolean>
  not_before: Timestamp
  queued_at: Generated<Timestamp>
  queued_by: string | null
}

export type MessageAttachmentTable = {
  council_id: string
  message_id: string
  position: number
  name: string
  type: string
  sha256: Buffer
}

export type MessageAttemptTable = {
  council_id: string
  message_id: string
  number: number
  post: string
  sender_address: string
  started_at: Generated<Timestamp>
}

export type MessageFileTable = {
  council_id: string
  sha256: Buffer
  bytes: Buffer
}

export type MessageOutcomeTable = {
  council_id: string
  message_id: string
  number: number
  became: 'sent' | 'delayed' | 'refused' | 'given_up'
  words: string
  reference: string | null
  next_at: Timestamp | null
  ended_at: Generated<Timestamp>
}

export type MessageReportTable = {
  council_id: string
  message_id: string
  version: number
  became: 'delivered' | 'bounced'
  words: string
  source: 'officer' | 'post'
  reported_at: Generated<Timestamp>
  reported_by: string | null
}

export type MessageWaitingTable = {
  council_id: string
  message_id: string
  due_at: Timestamp
}

export type MessageWithholdingTable = {
  council_id: string
  message_id: string
  why: string
  withheld_at: Generated<Timestamp>
  withheld_by: string | null
}

export type MessageWordsTable = {
  council_id: string
  step: string
  version: number
  subject: string | null
  body: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type MinuteTable = {
  council_id: string
  meeting_id: string
  agenda_item_id: string
  version: number
  reference: Generated<string>
  text: Generated<string>
  resolution: Generated<string>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type MinutesConfirmationTable = {
  council_id: string
  meeting_id: string
  confirmed_at_meeting_id: string
  corrections: Generated<string>
  recorded_at: Generated<Timestamp>
  recorded_by: string | null
}

export type NoUpdateTable = {
  council_id: string
  item_id: string
  version: number
}

export type NoUpdateWithdrawalTable = {
  council_id: string
  item_id: string
  version: number
  restored: number
}

export type NoteTable = {
  council_id: string
  id: Generated<string>
  item_id: string
  words: string
  written_at: Generated<Timestamp>
  written_by: string | null
  written_by_name: string
  asking_link_id: string | null
}

export type NoticeTable = {
  council_id: string
  id: Generated<string>
  review_id: string
  served_on: string
  served_to: string
  months: Generated<number>
  due_on: string
  recorded_at: Generated<Timestamp>
  recorded_by: string | null
}

export type NoticeContactTable = {
  council_id: string
  notice_id: string
  version: number
  contact_id: string | null
  name: Generated<string>
  address: Generated<string>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type NoticeStepWithholdingTable = {
  council_id: string
  id: Generated<string>
  notice_id: string
  purpose: string
  why: string
  until_day: string | null
  withheld_at: Generated<Timestamp>
  withheld_by: string | null
}

export type NoticeStepWithholdingEndTable = {
  council_id: string
  notice_step_withholding_id: string
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type NoticeWithdrawalTable = {
  council_id: string
  notice_id: string
  reason: string
  withdrawn_at: Generated<Timestamp>
  withdrawn_by: string | null
}

export type OwnerTable = {
  council_id: string
  id: Generated<string>
  name: string
}

export type OwnerContactTable = {
  council_id: string
  owner_id: string
  version: number
  contact_ids: string[]
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type OwnershipTable = {
  council_id: string
  id: Generated<string>
  recommendation_id: string | null
  action_id: string | null
  version: number
  owner_ids: string[]
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type PaperTable = {
  council_id: string
  id: Generated<string>
  round_id: string
  number: number
  title: string
  layout: string
  content: Json
  draft: boolean
  made_at: Generated<Timestamp>
  made_by: string | null
  matter: Json | null
}

export type PasswordTable = {
  account_id: string
  version: number
  hash: string
  set_at: Generated<Timestamp>
}

export type PasswordResetTable = {
  id: Generated<string>
  account_id: string
  token_hash: Buffer
  made_at: Generated<Timestamp>
  made_by: string
  expires_at: Timestamp
}

export type PasswordResetUseTable = {
  password_reset_id: string
  used_at: Generated<Timestamp>
}

export type PlannedRoundTable = {
  council_id: string
  id: Generated<string>
  committee_id: string
}

export type PlannedRoundOpeningTable = {
  council_id: string
  planned_round_id: string
  round_id: string
}

export type PlannedRoundVersionTable = {
  council_id: string
  planned_round_id: string
  version: number
  name: string
  asked_on: string
  due_on: string
  papers_on: string
  meeting_on: string
  dropped: Generated<boolean>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type PostSettingsTable = {
  council_id: string
  version: number
  post: 'folder' | 'smtp' | 'notify'
  sender_name: Generated<string>
  sender_address: Generated<string>
  reply_to: Generated<string>
  web_address: Generated<string>
  from_time: Generated<string>
  until_time: Generated<string>
  weekends: Generated<boolean>
  bank_holidays: Generated<boolean>
  closed_days: Generated<string[]>
  smtp_host: Generated<string>
  smtp_port: Generated<number>
  smtp_security: Generated<'tls' | 'starttls' | 'none'>
  smtp_user: Generated<string>
  smtp_sealed: Buffer | null
  notify_template: Generated<string>
  notify_sealed: Buffer | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type ProgrammeItemTable = {
  council_id: string
  id: Generated<string>
  committee_id: string
}

export type ProgrammeItemVersionTable = {
  council_id: string
  programme_item_id: string
  version: number
  title: string
  text: Generated<string>
  meeting_id: string | null
  meeting_words: Generated<string>
  review_id: string | null
  position: Generated<number>
  dropped: Generated<boolean>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type ProgressUpdateTable = {
  council_id: string
  item_id: string
  version: number
  evidence: Generated<string>
  assessment_text: string | null
  grade_code: string | null
  meaning: string | null
  grade_found_in: 'evidence' | 'impact' | 'explanation' | 'date' | null
  explanation: string | null
  impact: string | null
  revised_words: string | null
  revised_iso: string | null
  revised_reason: string | null
  percent_complete: number | null
  rag: string | null
  source: 'document' | 'officer' | 'owner'
  saved_at: Generated<Timestamp>
  saved_by: string | null
  grade_words: string | null
}

export type PromiseTable = {
  council_id: string
  id: Generated<string>
  recommendation_id: string | null
  action_id: string | null
  line: Generated<number>
  version: number
  words: string
  iso: string | null
  due_on: string | null
  reason: string | null
  granted_by: string | null
  meeting_id: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type PublicationTable = {
  council_id: string
  id: Generated<string>
  meeting_id: string
  kind: 'agenda' | 'supplement' | 'minutes' | 'notice'
  number: number
  content: string
  hash: string
  exempt: Generated<boolean>
  holds: Generated<Json>
  late_reason: Generated<string>
  published_at: Generated<Timestamp>
  published_by: string | null
}

export type PublicationFileTable = {
  council_id: string
  publication_id: string
  position: number
  item: string
  name: string
  kind: string
  size: number
  sha256: Buffer
}

export type QuestionTable = {
  council_id: string
  id: Generated<string>
  meeting_id: string
  recommendation_id: string
  member_id: string
  words: string
  shared: Generated<boolean>
  noted_at: Generated<Timestamp>
  noted_by: string | null
  by_member: Generated<boolean>
}

export type QuestionWithdrawalTable = {
  council_id: string
  question_id: string
  withdrawn_at: Generated<Timestamp>
  withdrawn_by: string | null
}

export type RecommendationTable = {
  council_id: string
  id: Generated<string>
  review_id: string
  parent_id: string | null
  slug: string
  position: number
}

export type RecommendationVersionTable = {
  council_id: string
  recommendation_id: string
  version: number
  ref: string
  theme: string | null
  text: string
  success_measure: string | null
  why_important: string | null
  what_good_looks_like: string | null
  paragraph_refs: Generated<string[]>
  cross_refs: Generated<string[]>
  external_refs: Generated<string[]>
  reason: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type RequestTable = {
  council_id: string
  id: Generated<string>
  slug: string
  committee_id: string
  meeting_id: string | null
  agenda_item_id: string | null
  recommendation_id: string | null
  made_at: Generated<Timestamp>
  made_by: string | null
}

export type RequestAnswerTable = {
  council_id: string
  id: Generated<string>
  request_id: string
  became: 'answered' | 'not-pursued' | 'taken-up-again'
  words: string
  answered_on: string
  recorded_at: Generated<Timestamp>
  recorded_by: string | null
}

export type RequestVersionTable = {
  council_id: string
  request_id: string
  version: number
  words: string
  owner: Generated<string>
  due_words: Generated<string>
  due_on: string | null
  for_meeting_id: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type ResponseTable = {
  council_id: string
  recommendation_id: string
  version: number
  answer: 'accepted' | 'accepted_in_part' | 'accepted_in_principle' | 'noted' | 'rejected' | null
  text: Generated<string>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type ResponseParticularsTable = {
  council_id: string
  recommendation_id: string
  version: number
  given_by: Generated<string>
  given_on: string | null
  will_do: Generated<string>
  will_do_by: Generated<string>
}

export type ResponseRuleTable = {
  council_id: string
  version: number
  months: number
  steps: Json
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type ReviewTable = {
  council_id: string
  id: Generated<string>
  slug: string
}

export type ReviewVersionTable = {
  council_id: string
  review_id: string
  version: number
  title: string
  committee_id: string
  scale_id: string
  layout: 'progress-table' | 'progress-form' | 'meeting' | 'response-table' | 'improvement-plan' | 'action-plan'
  link_officers: Generated<string[]>
  action_plan_agreed: string | null
  plan_version: string | null
  plan_date: string | null
  themes: Generated<Json>
  status: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type RoundTable = {
  council_id: string
  id: Generated<string>
  slug: string
  name: string
  meeting_id: string
  presented_on: string
  due_on: string | null
  import_id: string | null
  opened_at: Generated<Timestamp>
  opened_by: string | null
}

export type RoundClosingTable = {
  council_id: string
  id: Generated<string>
  round_id: string
  closed_at: Generated<Timestamp>
  closed_by: string | null
}

export type RoundDayTable = {
  council_id: string
  round_id: string
  version: number
  asked_on: string | null
  due_on: string | null
  papers_on: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
  meeting_id: string | null
  presented_on: string | null
}

export type RoundFreezeTable = {
  council_id: string
  round_id: string
  content: string
  hash: string
  frozen_at: Generated<Timestamp>
  frozen_by: string | null
}

export type RoundItemTable = {
  council_id: string
  id: Generated<string>
  round_id: string
  recommendation_id: string
  action_id: string | null
  statement: Generated<number>
  position: number
}

export type RoundItemEndTable = {
  council_id: string
  id: Generated<string>
  item_id: string
  reason: string
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type RoundItemReturnTable = {
  council_id: string
  round_item_end_id: string
  returned_at: Generated<Timestamp>
  returned_by: string | null
}

export type RoundReopeningTable = {
  council_id: string
  round_closing_id: string
  reason: string
  reopened_at: Generated<Timestamp>
  reopened_by: string | null
}

export type RoundReviewTable = {
  council_id: string
  round_id: string
  review_id: string
  label: string
}

export type ScaleTable = {
  council_id: string
  id: Generated<string>
  slug: string
}

export type ScaleVersionTable = {
  council_id: string
  scale_id: string
  version: number
  name: string
  grades: Json
  rules: Generated<Json>
  percent_steps: number[] | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type SeatTable = {
  council_id: string
  id: Generated<string>
  committee_id: string
  member_id: string
  place: 'chair' | 'vice-chair' | 'member' | 'co-optee' | 'substitute'
  voting: Generated<boolean>
  from_day: string
  until_day: string | null
  position: Generated<number>
  seated_at: Generated<Timestamp>
  seated_by: string | null
}

export type SeatEndTable = {
  council_id: string
  seat_id: string
  last_day: string
  reason: Generated<string>
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type SendingBackTable = {
  council_id: string
  id: Generated<string>
  item_id: string
  version: number
  note: string
  sent_at: Generated<Timestamp>
  sent_by: string | null
}

export type SessionTable = {
  token_hash: Buffer
  account_id: string
  council_id: string
  csrf_token: string
  flash: Json | null
  started_at: Generated<Timestamp>
  seen_at: Generated<Timestamp>
  expires_at: Timestamp
}

export type SignInAttemptTable = {
  id: GeneratedAlways<number>
  email: string
  address: string
  succeeded: boolean
  at: Generated<Timestamp>
}

export type StepWithholdingTable = {
  council_id: string
  id: Generated<string>
  round_id: string
  purpose: string
  why: string
  until_day: string | null
  withheld_at: Generated<Timestamp>
  withheld_by: string | null
}

export type StepWithholdingEndTable = {
  council_id: string
  step_withholding_id: string
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type SubmissionTable = {
  council_id: string
  id: Generated<string>
  asking_id: string
  asking_link_id: string
  submitted_at: Generated<Timestamp>
  submitted_by: string
}

export type SubmissionUpdateTable = {
  council_id: string
  submission_id: string
  item_id: string
  version: number
  no_change: Generated<boolean>
}

export type TemplateTable = {
  council_id: string
  id: Generated<string>
  slug: string
  added_at: Generated<Timestamp>
  added_by: string | null
}

export type TemplateDefaultTable = {
  council_id: string
  of: 'committee' | 'layout'
  key: string
  version: number
  template_id: string | null
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type TemplateVersionTable = {
  council_id: string
  template_id: string
  version: number
  name: string
  file_name: string
  bytes: Buffer
  sha256: Buffer
  warnings: Generated<Json>
  saved_at: Generated<Timestamp>
  saved_by: string | null
}

export type TemplateWithdrawalTable = {
  council_id: string
  template_id: string
  withdrawn_at: Generated<Timestamp>
  withdrawn_by: string | null
}

export type TravellingFormTable = {
  council_id: string
  id: Generated<string>
  round_id: string
  code: string
  for_whom: string
  content: string
  hash: string
  made_at: Generated<Timestamp>
  made_by: string | null
}

export type UpdateForOwnerTable = {
  council_id: string
  item_id: string
  version: number
  for_whom: string
  how: Generated<string>
}

export type AcceptanceNowTable = {
  council_id: string
  id: string
  item_id: string
  version: number
  accepted_at: Date
  accepted_by: string | null
}

export type ActionNowTable = {
  recommendation_id: string
  position: number
  council_id: string
  action_id: string
  version: number
  ref: string | null
  part: string | null
  outcome: string | null
  text: string
  measures: string[]
  budget: string | null
  percent_complete: number | null
  rag: string | null
  performance: string | null
  withdrawn: boolean
  saved_at: Date
  saved_by: string | null
}

export type AgendaItemNowTable = {
  meeting_id: string
  council_id: string
  agenda_item_id: string
  version: number
  position: number
  kind: 'apologies' | 'declarations' | 'minutes' | 'round' | 'response' | 'requests' | 'work-programme' | 'other'
  title: string
  text: string
  round_id: string | null
  review_id: string | null
  exempt_paragraphs: number[]
  public_interest: string
  appended: boolean
  late_reason: string
  dropped: boolean
  saved_at: Date
  saved_by: string | null
}

export type AskingItemNowTable = {
  council_id: string
  asking_id: string
  item_id: string
  number: number
  added_at: Date
  added_by: string | null
}

export type AttendanceNowTable = {
  council_id: string
  meeting_id: string
  member_id: string
  version: number
  state: 'present' | 'apologies' | 'absent'
  for_member_id: string | null
  arrived: string | null
  departed: string | null
  saved_at: Date
  saved_by: string | null
}

export type CommitteeNowTable = {
  slug: string
  council_id: string
  committee_id: string
  version: number
  name: string
  kind: 'scrutiny' | 'cabinet' | 'council' | 'board' | 'other'
  contact: string
  closed: boolean
  saved_at: Date
  saved_by: string | null
}

export type CommitteeRuleNowTable = {
  council_id: string
  committee_id: string
  version: number
  quorum: number
  minute_reference: string
  next_number: number
  records_movers: boolean
  saved_at: Date
  saved_by: string | null
}

export type ContactAbsenceNowTable = {
  council_id: string
  id: string
  contact_id: string
  from_day: string
  until_day: string | null
  cover_id: string | null
  said_at: Date
  said_by: string | null
}

export type ContactNowTable = {
  slug: string
  council_id: string
  contact_id: string
  version: number
  name: string
  post: string
  body: string
  directorate: string
  email: string
  manager_id: string | null
  gone: boolean
  saved_at: Date
  saved_by: string | null
}

export type CouncilNowTable = {
  slug: string
  council_id: string
  version: number
  name: string
  colour: string
  contact: string
  saved_at: Date
  saved_by: string | null
}

export type DecisionNowTable = {
  council_id: string
  id: string
  meeting_id: string
  agenda_item_id: string
  recommendation_id: string
  action_id: string | null
  item_id: string | null
  kind: 'agree' | 'challenge' | 'sign-off' | 'defer' | 'call' | 'grant-extension' | 'refuse-extension' | 'close' | 'reopen'
  grade_code: string | null
  grade_label: string | null
  meaning: string | null
  words: string
  ending: 'achieved-in-time' | 'achieved-late' | 'partly' | 'not-accepted-in-substance' | 'superseded' | 'no-longer-relevant' | 'asked-and-refused' | null
  moved_by: string | null
  seconded_by: string | null
  minute_reference: string
  warned: string
  device_key: string
  device_number: number
  decided_at: Date
  recorded_at: Date
  recorded_by: string | null
}

export type DocumentShapeNowTable = {
  council_id: string
  id: string
  import_id: string
  kind: 'table' | 'sheets' | 'pages'
  shape: unknown
  said: unknown
  remembered_at: Date
  remembered_by: string | null
}

export type EnclosureNowTable = {
  council_id: string
  sha256: Buffer
  version: number
  title: string
  taken: 'read' | 'both' | 'beside' | 'left-out'
  content: unknown | null
  statement: string
  confirmed_at: Date
  confirmed_by: string | null
}

export type EscalationNowTable = {
  council_id: string
  directorate: string
  version: number
  director_id: string | null
  cabinet_member_id: string | null
  saved_at: Date
  saved_by: string | null
}

export type ExtensionNowTable = {
  council_id: string
  round_id: string
  item_id: string
  recommendation_id: string
  action_id: string | null
  version: number
  revised_words: string
  revised_iso: string | null
  asked_because: string | null
  granted: boolean | null
  decided_by: string | null
  reason: string | null
  recorded_at: Date | null
  recorded_by: string | null
}

export type ExtensionRuleNowTable = {
  council_id: string
  version: number
  granted_by: 'decision' | 'freeze'
  who: string
  saved_at: Date
  saved_by: string | null
}

export type ImportReadingNowTable = {
  council_id: string
  import_id: string
  version: number
  reading: unknown
  hints: unknown
  plan: unknown
  correction: string | null
  saved_at: Date
  saved_by: string | null
}

export type ItemPaperNowTable = {
  agenda_item_id: string
  council_id: string
  item_paper_id: string
  version: number
  position: number
  letter_id: string | null
  name: string | null
  kind: string | null
  size: number | null
  sha256: Buffer | null
  withdrawn: boolean
  saved_at: Date
  saved_by: string | null
}

export type ItemStandingTable = {
  council_id: string
  round_id: string
  item_id: string
  version: number
  source: string | null
  saved_at: Date | null
  accepted_at: Date | null
  sent_back_at: Date | null
  note: string | null
  state: string
}

export type LadderNowTable = {
  council_id: string
  version: number
  steps: unknown
  saved_at: Date
  saved_by: string | null
}

export type LetterNowTable = {
  slug: string
  direction: 'out' | 'in'
  kind: 'comment' | 'letter' | 'call' | 'notice' | 'chaser' | 'reply'
  recommendation_id: string | null
  review_id: string | null
  meeting_id: string | null
  reply_to: string | null
  exempt_paragraphs: number[]
  council_id: string
  letter_id: string
  version: number
  correspondent: string
  address: string
  dated_on: string | null
  subject: string
  body: string
  saved_at: Date
  saved_by: string | null
}

export type MeetingNowTable = {
  slug: string
  committee_id: string
  council_id: string
  meeting_id: string
  version: number
  held_on: string
  papers: unknown
  saved_at: Date
  saved_by: string | null
  cancelled_for: string | null
}

export type MemberNowTable = {
  slug: string
  council_id: string
  member_id: string
  version: number
  name: string
  kind: 'councillor' | 'co-optee'
  represents: string
  email: string
  saved_at: Date
  saved_by: string | null
}

export type MessageNowTable = {
  council_id: string | null
  id: string | null
  purpose: string | null
  step: string | null
  about: string | null
  contact_id: string | null
  to_name: string | null
  to_address: string | null
  subject: string | null
  not_before: Date | null
  queued_at: Date | null
  attempts: number | null
  ended_at: Date | null
  due_at: Date | null
  words: string | null
  state: string | null
}

export type MessageReportNowTable = {
  council_id: string
  message_id: string
  version: number
  became: 'delivered' | 'bounced'
  words: string
  source: 'officer' | 'post'
  reported_at: Date
  reported_by: string | null
}

export type MessageWordsNowTable = {
  council_id: string
  step: string
  version: number
  subject: string | null
  body: string | null
  saved_at: Date
  saved_by: string | null
}

export type MinuteNowTable = {
  council_id: string
  meeting_id: string
  agenda_item_id: string
  version: number
  reference: string
  text: string
  resolution: string
  saved_at: Date
  saved_by: string | null
}

export type NoticeContactNowTable = {
  council_id: string
  notice_id: string
  version: number
  contact_id: string | null
  name: string
  address: string
  saved_at: Date
  saved_by: string | null
}

export type OwnerContactNowTable = {
  council_id: string
  owner_id: string
  version: number
  contact_ids: string[]
  saved_at: Date
  saved_by: string | null
}

export type OwnershipNowTable = {
  council_id: string
  id: string
  recommendation_id: string | null
  action_id: string | null
  version: number
  owner_ids: string[]
  saved_at: Date
  saved_by: string | null
}

export type PlannedRoundNowTable = {
  committee_id: string | null
  round_id: string | null
  council_id: string | null
  planned_round_id: string | null
  version: number | null
  name: string | null
  asked_on: string | null
  due_on: string | null
  papers_on: string | null
  meeting_on: string | null
  dropped: boolean | null
  saved_at: Date | null
  saved_by: string | null
}

export type PostSettingsNowTable = {
  council_id: string
  version: number
  post: 'folder' | 'smtp' | 'notify'
  sender_name: string
  sender_address: string
  reply_to: string
  web_address: string
  from_time: string
  until_time: string
  weekends: boolean
  bank_holidays: boolean
  closed_days: string[]
  smtp_host: string
  smtp_port: number
  smtp_security: 'tls' | 'starttls' | 'none'
  smtp_user: string
  smtp_sealed: Buffer | null
  notify_template: string
  notify_sealed: Buffer | null
  saved_at: Date
  saved_by: string | null
}

export type ProgrammeItemNowTable = {
  committee_id: string
  council_id: string
  programme_item_id: string
  version: number
  title: string
  text: string
  meeting_id: string | null
  meeting_words: string
  review_id: string | null
  position: number
  dropped: boolean
  saved_at: Date
  saved_by: string | null
}

export type ProgressUpdateNowTable = {
  council_id: string
  item_id: string
  version: number
  evidence: string
  assessment_text: string | null
  grade_code: string | null
  meaning: string | null
  grade_found_in: 'evidence' | 'impact' | 'explanation' | 'date' | null
  explanation: string | null
  impact: string | null
  revised_words: string | null
  revised_iso: string | null
  revised_reason: string | null
  percent_complete: number | null
  rag: string | null
  source: 'document' | 'officer' | 'owner'
  saved_at: Date
  saved_by: string | null
  grade_words: string | null
}

export type PromiseNowTable = {
  council_id: string
  id: string
  recommendation_id: string | null
  action_id: string | null
  line: number
  version: number
  words: string
  iso: string | null
  due_on: string | null
  reason: string | null
  granted_by: string | null
  meeting_id: string | null
  saved_at: Date
  saved_by: string | null
}

export type RecommendationNowTable = {
  slug: string
  review_id: string
  parent_id: string | null
  position: number
  council_id: string
  recommendation_id: string
  version: number
  ref: string
  theme: string | null
  text: string
  success_measure: string | null
  why_important: string | null
  what_good_looks_like: string | null
  paragraph_refs: string[]
  cross_refs: string[]
  external_refs: string[]
  reason: string | null
  saved_at: Date
  saved_by: string | null
}

export type RecommendationSettledTable = {
  council_id: string | null
  recommendation_id: string | null
  decision_id: string | null
  kind: string | null
  ending: string | null
  meeting_id: string | null
  minute_reference: string | null
  recorded_at: Date | null
}

export type RequestAnsweredTable = {
  council_id: string
  id: string
  request_id: string
  became: 'answered' | 'not-pursued' | 'taken-up-again'
  words: string
  answered_on: string
  recorded_at: Date
  recorded_by: string | null
}

export type RequestNowTable = {
  slug: string
  committee_id: string
  meeting_id: string | null
  agenda_item_id: string | null
  recommendation_id: string | null
  council_id: string
  request_id: string
  version: number
  words: string
  owner: string
  due_words: string
  due_on: string | null
  for_meeting_id: string | null
  saved_at: Date
  saved_by: string | null
}

export type ResponseNowTable = {
  council_id: string
  recommendation_id: string
  version: number
  answer: 'accepted' | 'accepted_in_part' | 'accepted_in_principle' | 'noted' | 'rejected' | null
  text: string
  saved_at: Date
  saved_by: string | null
}

export type ResponseRuleNowTable = {
  council_id: string
  version: number
  months: number
  steps: unknown
  saved_at: Date
  saved_by: string | null
}

export type ReviewNowTable = {
  slug: string
  council_id: string
  review_id: string
  version: number
  title: string
  committee_id: string
  scale_id: string
  layout: 'progress-table' | 'progress-form' | 'meeting' | 'response-table' | 'improvement-plan' | 'action-plan'
  link_officers: string[]
  action_plan_agreed: string | null
  plan_version: string | null
  plan_date: string | null
  themes: unknown
  status: string | null
  saved_at: Date
  saved_by: string | null
}

export type RoundDayNowTable = {
  council_id: string
  round_id: string
  version: number
  asked_on: string | null
  due_on: string | null
  papers_on: string | null
  saved_at: Date
  saved_by: string | null
  meeting_id: string | null
  presented_on: string | null
}

export type RoundItemNowTable = {
  council_id: string
  id: string
  round_id: string
  recommendation_id: string
  action_id: string | null
  statement: number
  position: number
}

export type RoundNowTable = {
  council_id: string | null
  id: string | null
  slug: string | null
  name: string | null
  meeting_id: string | null
  presented_on: string | null
  due_on: string | null
  import_id: string | null
  opened_at: Date | null
  opened_by: string | null
  frozen_hash: string | null
  frozen_at: Date | null
  state: string
  asked_on: string | null
  papers_on: string | null
  days_version: number
}

export type ScaleNowTable = {
  slug: string
  council_id: string
  scale_id: string
  version: number
  name: string
  grades: unknown
  rules: unknown
  percent_steps: number[] | null
  saved_at: Date
  saved_by: string | null
}

export type SeatNowTable = {
  council_id: string | null
  id: string | null
  committee_id: string | null
  member_id: string | null
  place: 'chair' | 'vice-chair' | 'member' | 'co-optee' | 'substitute' | null
  voting: boolean | null
  from_day: string | null
  until_day: string | null
  position: number | null
  seated_at: Date | null
  seated_by: string | null
  last_day: string | null
}

export type TemplateDefaultNowTable = {
  council_id: string
  of: 'committee' | 'layout'
  key: string
  version: number
  template_id: string | null
  saved_at: Date
  saved_by: string | null
}

export type TemplateNowTable = {
  slug: string
  council_id: string
  template_id: string
  version: number
  name: string
  file_name: string
  sha256: Buffer
  warnings: unknown
  saved_at: Date
  saved_by: string | null
  size: number | null
  withdrawn: boolean
}

export type RegisterCommitteeTable = {
  council: string
  slug: string
  name: string
  contact: string
  closed: boolean
}

export type RegisterCouncilTable = {
  slug: string
  name: string
  colour: string
  contact: string
}

export type RegisterMeetingTable = {
  council: string
  committee: string
  committee_name: string
  slug: string
  held_on: string
  time: string | null
  venue: string | null
  version: number
  saved_at: Date
  published: number | null
  published_at: Date | null
  cancelled: boolean | null
}

export type RegisterPublicationTable = {
  council: string
  meeting: string
  slug: string | null
  kind: 'agenda' | 'supplement' | 'minutes' | 'notice'
  number: number
  content: string
  hash: string
  published_at: Date
  title: string | null
}

export type RegisterPublicationFileTable = {
  council: string
  meeting: string
  publication: string | null
  position: number
  item: string
  name: string
  kind: string
  size: number
  sha256: Buffer
  bytes: Buffer
}

export type Schema = {
  acceptance: AcceptanceTable
  acceptance_withdrawal: AcceptanceWithdrawalTable
  account: AccountTable
  action: ActionTable
  action_serves: ActionServesTable
  action_version: ActionVersionTable
  agenda_item: AgendaItemTable
  agenda_item_version: AgendaItemVersionTable
  asking: AskingTable
  asking_item: AskingItemTable
  asking_item_end: AskingItemEndTable
  asking_link: AskingLinkTable
  asking_link_opening: AskingLinkOpeningTable
  asking_link_revocation: AskingLinkRevocationTable
  asking_message: AskingMessageTable
  attachment: AttachmentTable
  attachment_file: AttachmentFileTable
  attachment_withdrawal: AttachmentWithdrawalTable
  attendance: AttendanceTable
  calendar_address: CalendarAddressTable
  calendar_address_revocation: CalendarAddressRevocationTable
  check_back: CheckBackTable
  check_back_end: CheckBackEndTable
  committee: CommitteeTable
  committee_rule: CommitteeRuleTable
  committee_version: CommitteeVersionTable
  contact: ContactTable
  contact_absence: ContactAbsenceTable
  contact_absence_end: ContactAbsenceEndTable
  contact_version: ContactVersionTable
  council: CouncilTable
  council_version: CouncilVersionTable
  decision: DecisionTable
  decision_withdrawal: DecisionWithdrawalTable
  declaration: DeclarationTable
  declaration_withdrawal: DeclarationWithdrawalTable
  document: DocumentTable
  document_shape: DocumentShapeTable
  document_shape_forgetting: DocumentShapeForgettingTable
  draft: DraftTable
  enclosure: EnclosureTable
  escalation_version: EscalationVersionTable
  event: EventTable
  extension_decision: ExtensionDecisionTable
  extension_rule: ExtensionRuleTable
  finding_explanation: FindingExplanationTable
  finding_override: FindingOverrideTable
  finding_override_withdrawal: FindingOverrideWithdrawalTable
  form_key: FormKeyTable
  form_return: FormReturnTable
  form_return_document: FormReturnDocumentTable
  form_return_update: FormReturnUpdateTable
  import: ImportTable
  import_abandonment: ImportAbandonmentTable
  import_confirmation: ImportConfirmationTable
  import_reading: ImportReadingTable
  invitation: InvitationTable
  invitation_use: InvitationUseTable
  item_paper: ItemPaperTable
  item_paper_version: ItemPaperVersionTable
  ladder_version: LadderVersionTable
  letter: LetterTable
  letter_attachment: LetterAttachmentTable
  letter_attachment_withdrawal: LetterAttachmentWithdrawalTable
  letter_request: LetterRequestTable
  letter_sending: LetterSendingTable
  letter_version: LetterVersionTable
  meeting: MeetingTable
  meeting_cancellation: MeetingCancellationTable
  meeting_resumption: MeetingResumptionTable
  meeting_version: MeetingVersionTable
  member: MemberTable
  member_version: MemberVersionTable
  membership: MembershipTable
  membership_end: MembershipEndTable
  message: MessageTable
  message_attachment: MessageAttachmentTable
  message_attempt: MessageAttemptTable
  message_file: MessageFileTable
  message_outcome: MessageOutcomeTable
  message_report: MessageReportTable
  message_waiting: MessageWaitingTable
  message_withholding: MessageWithholdingTable
  message_words: MessageWordsTable
  minute: MinuteTable
  minutes_confirmation: MinutesConfirmationTable
  no_update: NoUpdateTable
  no_update_withdrawal: NoUpdateWithdrawalTable
  note: NoteTable
  notice: NoticeTable
  notice_contact: NoticeContactTable
  notice_step_withholding: NoticeStepWithholdingTable
  notice_step_withholding_end: NoticeStepWithholdingEndTable
  notice_withdrawal: NoticeWithdrawalTable
  owner: OwnerTable
  owner_contact: OwnerContactTable
  ownership: OwnershipTable
  paper: PaperTable
  password: PasswordTable
  password_reset: PasswordResetTable
  password_reset_use: PasswordResetUseTable
  planned_round: PlannedRoundTable
  planned_round_opening: PlannedRoundOpeningTable
  planned_round_version: PlannedRoundVersionTable
  post_settings: PostSettingsTable
  programme_item: ProgrammeItemTable
  programme_item_version: ProgrammeItemVersionTable
  progress_update: ProgressUpdateTable
  promise: PromiseTable
  publication: PublicationTable
  publication_file: PublicationFileTable
  question: QuestionTable
  question_withdrawal: QuestionWithdrawalTable
  recommendation: RecommendationTable
  recommendation_version: RecommendationVersionTable
  request: RequestTable
  request_answer: RequestAnswerTable
  request_version: RequestVersionTable
  response: ResponseTable
  response_particulars: ResponseParticularsTable
  response_rule: ResponseRuleTable
  review: ReviewTable
  review_version: ReviewVersionTable
  round: RoundTable
  round_closing: RoundClosingTable
  round_day: RoundDayTable
  round_freeze: RoundFreezeTable
  round_item: RoundItemTable
  round_item_end: RoundItemEndTable
  round_item_return: RoundItemReturnTable
  round_reopening: RoundReopeningTable
  round_review: RoundReviewTable
  scale: ScaleTable
  scale_version: ScaleVersionTable
  seat: SeatTable
  seat_end: SeatEndTable
  sending_back: SendingBackTable
  session: SessionTable
  sign_in_attempt: SignInAttemptTable
  step_withholding: StepWithholdingTable
  step_withholding_end: StepWithholdingEndTable
  submission: SubmissionTable
  submission_update: SubmissionUpdateTable
  template: TemplateTable
  template_default: TemplateDefaultTable
  template_version: TemplateVersionTable
  template_withdrawal: TemplateWithdrawalTable
  travelling_form: TravellingFormTable
  update_for_owner: UpdateForOwnerTable
  acceptance_now: AcceptanceNowTable
  action_now: ActionNowTable
  agenda_item_now: AgendaItemNowTable
  asking_item_now: AskingItemNowTable
  attendance_now: AttendanceNowTable
  committee_now: CommitteeNowTable
  committee_rule_now: CommitteeRuleNowTable
  contact_absence_now: ContactAbsenceNowTable
  contact_now: ContactNowTable
  council_now: CouncilNowTable
  decision_now: DecisionNowTable
  document_shape_now: DocumentShapeNowTable
  enclosure_now: EnclosureNowTable
  escalation_now: EscalationNowTable
  extension_now: ExtensionNowTable
  extension_rule_now: ExtensionRuleNowTable
  import_reading_now: ImportReadingNowTable
  item_paper_now: ItemPaperNowTable
  item_standing: ItemStandingTable
  ladder_now: LadderNowTable
  letter_now: LetterNowTable
  meeting_now: MeetingNowTable
  member_now: MemberNowTable
  message_now: MessageNowTable
  message_report_now: MessageReportNowTable
  message_words_now: MessageWordsNowTable
  minute_now: MinuteNowTable
  notice_contact_now: NoticeContactNowTable
  owner_contact_now: OwnerContactNowTable
  ownership_now: OwnershipNowTable
  planned_round_now: PlannedRoundNowTable
  post_settings_now: PostSettingsNowTable
  programme_item_now: ProgrammeItemNowTable
  progress_update_now: ProgressUpdateNowTable
  promise_now: PromiseNowTable
  recommendation_now: RecommendationNowTable
  recommendation_settled: RecommendationSettledTable
  request_answered: RequestAnsweredTable
  request_now: RequestNowTable
  response_now: ResponseNowTable
  response_rule_now: ResponseRuleNowTable
  review_now: ReviewNowTable
  round_day_now: RoundDayNowTable
  round_item_now: RoundItemNowTable
  round_now: RoundNowTable
  scale_now: ScaleNowTable
  seat_now: SeatNowTable
  template_default_now: TemplateDefaultNowTable
  template_now: TemplateNowTable
  'register.committee': RegisterCommitteeTable
  'register.council': RegisterCouncilTable
  'register.meeting': RegisterMeetingTable
  'register.publication': RegisterPublicationTable
  'register.publication_file': RegisterPublicationFileTable
}
