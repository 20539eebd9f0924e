// Written by `npm run schema` from the migrated database: change a migration, then run it.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** The database gives a value where none is written. */
type Generated<T> = T extends ColumnType<infer Read, infer Write, infer Change> ? ColumnType<Read, Write | undefined, Change> : ColumnType<T, T | undefined, T>

/** JSON is written as text (JSON.stringify), because a bare array would become an array of PostgreSQL's; it is read as what was stored. */
type Json = ColumnType<unknown, string, string>
type Timestamp = ColumnType<Date, Date | string, Date | string>

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

export type CommitteeTable = {
  council_id: string
  id: Generated<string>
  slug: string
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
  account_id: string
  answer: string
  used_at: Generated<Timestamp>
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
  role: 'administrator' | 'officer'
  token_hash: Buffer
  invited_at: Generated<Timestamp>
  invited_by: string | null
  expires_at: Timestamp
}

export type InvitationUseTable = {
  council_id: string
  invitation_id: string
  account_id: string | null
  used_at: Generated<Timestamp>
}

export type MeetingTable = {
  council_id: string
  id: Generated<string>
  committee_id: string
  slug: string
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

export type MembershipTable = {
  council_id: string
  id: Generated<string>
  account_id: string
  role: 'administrator' | 'officer'
  granted_at: Generated<Timestamp>
  granted_by: string | null
}

export type MembershipEndTable = {
  council_id: string
  membership_id: string
  ended_at: Generated<Timestamp>
  ended_by: string | null
}

export type OwnerTable = {
  council_id: string
  id: Generated<string>
  name: string
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
  source: 'document' | 'officer'
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

export type ResponseTable = {
  council_id: string
  recommendation_id: string
  version: number
  answer: 'accepted' | 'accepted_in_part' | 'accepted_in_principle' | 'noted' | 'rejected' | null
  text: Generated<string>
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
  source: 'document' | 'officer'
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

export type ResponseNowTable = {
  council_id: string
  recommendation_id: string
  version: number
  answer: 'accepted' | 'accepted_in_part' | 'accepted_in_principle' | 'noted' | 'rejected' | null
  text: string
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

export type Schema = {
  account: AccountTable
  action: ActionTable
  action_serves: ActionServesTable
  action_version: ActionVersionTable
  committee: CommitteeTable
  committee_version: CommitteeVersionTable
  council: CouncilTable
  council_version: CouncilVersionTable
  document: DocumentTable
  document_shape: DocumentShapeTable
  document_shape_forgetting: DocumentShapeForgettingTable
  event: EventTable
  finding_override: FindingOverrideTable
  finding_override_withdrawal: FindingOverrideWithdrawalTable
  form_key: FormKeyTable
  import: ImportTable
  import_abandonment: ImportAbandonmentTable
  import_confirmation: ImportConfirmationTable
  import_reading: ImportReadingTable
  invitation: InvitationTable
  invitation_use: InvitationUseTable
  meeting: MeetingTable
  meeting_version: MeetingVersionTable
  membership: MembershipTable
  membership_end: MembershipEndTable
  owner: OwnerTable
  ownership: OwnershipTable
  paper: PaperTable
  password: PasswordTable
  password_reset: PasswordResetTable
  password_reset_use: PasswordResetUseTable
  progress_update: ProgressUpdateTable
  promise: PromiseTable
  recommendation: RecommendationTable
  recommendation_version: RecommendationVersionTable
  response: ResponseTable
  review: ReviewTable
  review_version: ReviewVersionTable
  round: RoundTable
  round_closing: RoundClosingTable
  round_freeze: RoundFreezeTable
  round_item: RoundItemTable
  round_reopening: RoundReopeningTable
  round_review: RoundReviewTable
  scale: ScaleTable
  scale_version: ScaleVersionTable
  session: SessionTable
  sign_in_attempt: SignInAttemptTable
  action_now: ActionNowTable
  committee_now: CommitteeNowTable
  council_now: CouncilNowTable
  document_shape_now: DocumentShapeNowTable
  import_reading_now: ImportReadingNowTable
  meeting_now: MeetingNowTable
  ownership_now: OwnershipNowTable
  progress_update_now: ProgressUpdateNowTable
  promise_now: PromiseNowTable
  recommendation_now: RecommendationNowTable
  response_now: ResponseNowTable
  review_now: ReviewNowTable
  round_now: RoundNowTable
  scale_now: ScaleNowTable
}
