import { inWords, today } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Checkboxes, Form, Radios, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, InsetText, Lines, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { dueOn, type PromiseRecord, type UpdateRecord } from '../recommendations/recommendation.ts'
import { whichDate, type Extension, type ExtensionRule } from './extension.ts'

interface ExtensionsProps {
  form: FilledForm
  /** Where the decision is sent, and the list is downloaded from. */
  address: string
  extensions: readonly Extension[]
  rule: ExtensionRule
  /** Told apart by their rounds, where they are of several. */
  byRound: boolean
}

export function Extensions({ form, address, extensions, rule, byRound }: ExtensionsProps) {
  const open = extensions.filter(({ decision }) => decision === null)
  const refused = extensions.filter(({ decision }) => decision?.granted === false)
  const decided = extensions.filter(({ decision }) => decision !== null)
  return (
    <>
      {rule.grantedBy === 'freeze' && (
        <InsetText>Your council lets all dates given stand when their round is frozen. One can still be decided on before that.</InsetText>
      )}
      {extensions.length === 0 && <NothingAsked byRound={byRound} />}
      {open.length + refused.length > 0 && (
        <Deciding form={form} address={address} groups={groupsOf(open, byRound)} refused={refused} byRound={byRound} />
      )}
      {decided.length > 0 && <Decided extensions={decided} />}
      {extensions.length > 0 && <DownloadList address={address} of="these dates" />}
    </>
  )
}

function NothingAsked({ byRound }: { byRound: boolean }) {
  return (
    <EmptyState title={byRound ? 'No later date waits for a decision' : 'Nobody has asked for a later date in this round'}>
      <p class="govuk-body">An update that gives a new date asks for it here. Until it is granted, what was promised before stands.</p>
    </EmptyState>
  )
}

interface Group {
  label: string
  extensions: Extension[]
}

function groupsOf(extensions: readonly Extension[], byRound: boolean): Group[] {
  if (!byRound) return extensions.length > 0 ? [{ label: 'Which dates are decided?', extensions: [...extensions] }] : []
  const groups = Map.groupBy(extensions, ({ round }) => round.slug)
  return [...groups.values()].map((own) => ({
    label: `${own[0]!.round.name}, ${own[0]!.committee}, ${inWords(own[0]!.round.presentedOn)}`,
    extensions: own,
  }))
}

interface DecidingProps {
  form: FilledForm
  address: string
  groups: Group[]
  refused: readonly Extension[]
  byRound: boolean
}

function Deciding({ form, address, groups, refused, byRound }: DecidingProps) {
  const all = [...groups, ...(refused.length > 0 ? [{ label: 'Refused before: can be granted after all', extensions: [...refused] }] : [])]
  return (
    <Form action={address} label="Decide">
      <div id="request" class="rounds-requests">
        {all.map(({ label, extensions }, index) => (
          <Checkboxes
            form={form}
            name={`request.${index}`}
            label={label}
            choices={extensions.map((extension) => ({
              value: `${extension.itemId} ${extension.version}`,
              text: `${extension.name}: ${extension.words} (${whichDate(extension)})`,
              hint: <Request extension={extension} byRound={byRound} />,
            }))}
          />
        ))}
      </div>
      <Radios
        form={form}
        name="granted"
        label="What was decided?"
        inline
        choices={[
          { value: 'yes', text: 'Granted' },
          { value: 'no', text: 'Refused' },
        ]}
      />
      <TextInput
        form={form}
        name="decidedBy"
        label="Who decided?"
        hint="For example ‘The Panel, 9 December 2026, minute 34’. It stands beside the promise"
      />
      <TextArea
        form={form}
        name="reason"
        label="Why?"
        hint="Needed for a refusal. The recommendation’s page and the next round show it"
        rows={2}
      />
      <Button text="Record the decision" />
    </Form>
  )
}

/** What somebody needs in order to decide: what was promised, each change of it, what is asked and why. */
function Request({ extension, byRound }: { extension: Extension; byRound: boolean }) {
  const { review, text, owners, promises, words, iso, reason, address, round, itemId } = extension
  const day = dueOn(iso)
  return (
    <>
      <span class="rounds-request__text">{text}</span>
      <PromisesSoFar promises={promises} />
      <span class="rounds-request__line">
        <strong>{`Asks for ${words}`}</strong>
        {day === null ? ' (Heed reads no date in these words)' : words.includes(inWords(day)) ? '' : ` (${inWords(day)})`}
        {`: ${reason ?? 'no reason given'}`}
      </span>
      <span class="rounds-request__line">
        {[owners.join('; ') || 'Nobody owns it', !byRound && review.title].filter(Boolean).join('. ')}
        {'. '}
        <a class="govuk-link" href={address}>
          Its whole history
        </a>
        {', '}
        <a class="govuk-link" href={`/rounds/${round.slug}/items/${itemId}`}>
          the update
        </a>
      </span>
    </>
  )
}

function PromisesSoFar({ promises }: { promises: readonly PromiseRecord[] }) {
  if (promises.length === 0) return <span class="rounds-request__line">No date was promised before</span>
  return (
    <span class="rounds-request__line">
      {promises
        .map(({ words, grantedBy, reason }, index) => {
          const isLast = index === promises.length - 1
          const first =
            index === 0
              ? `First promised ${words}`
              : `then ${words}${grantedBy ? `, granted by ${grantedBy}` : ''}${reason ? ` (${reason})` : ''}`
          return isLast && promises.length > 1 ? `${first}, which stands` : first
        })
        .join('; ')}
    </span>
  )
}

function Decided({ extensions }: { extensions: readonly Extension[] }) {
  return (
    <Table
      caption="Decided"
      rows={extensions}
      columns={[
        {
          head: 'Line',
          names: true,
          cell: (one) => (
            <a class="govuk-link" href={`${one.address}#promise`}>
              {one.name}
            </a>
          ),
        },
        { head: 'Asked for', cell: (one) => one.words },
        { head: 'Reason', width: 'quarter', cell: (one) => (one.reason ? <Lines text={one.reason} /> : '') },
        {
          head: 'Decision',
          cell: ({ decision }) => <Tag colour={decision!.granted ? 'green' : 'red'}>{decision!.granted ? 'Granted' : 'Refused'}</Tag>,
        },
        { head: 'By whom', cell: ({ decision }) => decision!.decidedBy },
        { head: 'Why', cell: ({ decision }) => decision!.reason },
        {
          head: 'Recorded',
          cell: ({ decision }) => `${inWords(today(decision!.recordedAt))}${decision!.recordedBy ? ` by ${decision!.recordedBy}` : ''}`,
        },
      ]}
    />
  )
}

/** What became of a new date that an update gave, for whoever writes the next one; nothing where it gave none. */
export function WhatBecameOfDate({ update }: { update: UpdateRecord }) {
  const { extension, revisedWords } = update
  if (!extension || !revisedWords) return null
  const { state, decidedBy, reason } = extension
  if (state === 'granted') return <p class="govuk-body">{`${revisedWords} was asked for and granted by ${decidedBy}.`}</p>
  if (state === 'asked')
    return <p class="govuk-body">{`${revisedWords} was asked for; nobody has decided yet, so the date promised before stands.`}</p>
  return <InsetText>{`${revisedWords} was asked for and refused by ${decidedBy}${reason ? `, because: ${reason}` : '.'}`}</InsetText>
}
