import { daysBetween, inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { Govuk } from '../platform/web/govuk.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, SummaryList } from '../platform/web/page-parts.tsx'
import { countOf } from '../referee/plain-words.ts'
import { stopping } from './findings-of-round.ts'
import { queryOfChoice, type LineChoice, type Offered, type PageOfLines } from './line-choice.ts'
import { LineFilters } from './line-choice.views.tsx'
import type { FollowedLine, RoundSums } from './line-standing.ts'
import { LineTable } from './line-table.views.tsx'
import { isAnswered } from './round-lines.ts'
import type { RoundFinding, RoundRecord } from './round.ts'
import { findingsInWords, StateTag } from './round.views.tsx'

export interface OfficersRoundProps {
  round: RoundRecord
  findings: RoundFinding[]
  lines: FollowedLine[]
  sums: RoundSums
  choice: LineChoice
  offered: Offered
  shown: PageOfLines
  ticked: ReadonlySet<string>
  today: CalendarDate
  /** An acceptance just made: it and those made with it can be taken back. */
  undo: string | null
}

/** The officer's one page of a round: what it has come to, what to do next, and every line as it stands. */
export function OfficersRound(props: OfficersRoundProps) {
  const { round, lines, choice, shown } = props
  const address = `/rounds/${round.slug}`
  return (
    <>
      {props.undo && <UndoAcceptances round={round} acceptanceId={props.undo} />}
      <Sums {...props} />
      <NextStep {...props} />
      <Elsewhere round={round} />
      <LineFilters address={address} lines={lines} choice={choice} offered={props.offered} shown={shown} />
      {shown.of === 0 ? (
        <EmptyState title="No line stands like that">
          <p class="govuk-body">Choose less above, or show all lines.</p>
        </EmptyState>
      ) : (
        <Lines {...props} />
      )}
      <Parts address={address} choice={choice} shown={shown} />
      {shown.of > 0 && <DownloadList address={`${address}/lines`} query={{ ...choice }} of="these lines" />}
    </>
  )
}

function UndoAcceptances({ round, acceptanceId }: { round: RoundRecord; acceptanceId: string }) {
  return (
    <Form
      action={`/rounds/${round.slug}/acceptances/${acceptanceId}/withdrawal`}
      class="rounds-undo"
      label="Take back what you have just accepted"
    >
      <Button text="Undo: take the acceptance back" kind="secondary" />
    </Form>
  )
}

/** A round at one look; each figure leads to its lines. */
function Sums({ round, sums, findings, today }: OfficersRoundProps) {
  const address = `/rounds/${round.slug}`
  const to = (choice: Partial<LineChoice>) => `${address}${queryOfChoice(choice)}#lines`
  return (
    <>
      <div class="rounds-next">
        <SummaryList
          rows={[
            { key: 'State', value: <StateTag state={round.state} /> },
            round.dueOn !== null && { key: 'Updates due', value: `${inWords(round.dueOn)}${daysLeft(round, today)}` },
            {
              key: 'Findings',
              value: findingsInWords(findings),
              actions: findings.length > 0 ? [{ text: 'See', href: `${address}/findings`, of: 'the findings' }] : [],
            },
            round.frozenHash !== null && {
              key: 'Hash',
              value: <code class="rounds-hash">{round.frozenHash}</code>,
              actions: [{ text: 'See', href: `${address}/frozen`, of: 'what members saw' }],
            },
          ]}
        />
      </div>
      <dl class="heed-figures">
        <Figure name="Lines" value={sums.lines} href={to({})} />
        {sums.asked > 0 && <Figure name="Asked" value={sums.asked} note={`of ${countOf(sums.people, 'person', 'people')}`} />}
        {sums.asked > 0 && <Figure name="Opened their link" value={sums.opened} note={`of ${sums.people}`} />}
        {sums.drafted > 0 && <Figure name="Draft saved" value={sums.drafted} href={to({ standing: 'drafted' })} />}
        <Figure name="Answered" value={sums.answered} note={`of ${sums.lines}`} />
        <Figure
          name="Accepted"
          value={sums.accepted}
          href={to({ standing: 'accepted' })}
          note={sums.toAccept > 0 ? `${sums.toAccept} to accept` : ''}
        />
        {sums.sentBack > 0 && <Figure name="Sent back" value={sums.sentBack} href={to({ standing: 'sent-back' })} />}
        {sums.noUpdate > 0 && <Figure name="No update" value={sums.noUpdate} href={to({ standing: 'no-update' })} />}
        {round.state === 'open' && <Figure name="Late" value={sums.late} href={to({ standing: 'late' })} />}
        {sums.notesWaiting > 0 && <Figure name="Notes waiting" value={sums.notesWaiting} href={to({ notes: 'waiting' })} />}
      </dl>
    </>
  )
}

function daysLeft({ state, dueOn }: RoundRecord, today: CalendarDate): string {
  if (state !== 'open' || dueOn === null) return ''
  const days = daysBetween(today, dueOn)
  if (days === 0) return ', which is today'
  return days > 0 ? `, ${countOf(days, 'day')} from now` : `, ${countOf(-days, 'day')} ago`
}

function Figure({ name, value, note, href }: { name: string; value: number; note?: string; href?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {href && value > 0 ? (
          <a class="govuk-link govuk-link--no-visited-state" href={href} aria-label={`${name}: ${value}, see which`}>
            {value}
          </a>
        ) : (
          value
        )}
        {note && <div class="rounds-note">{note}</div>}
      </dd>
    </div>
  )
}

interface Step {
  text: string
  href: string
}

/** The one thing to do next, and what else can be done now. */
function NextStep({ round, lines, sums, findings }: OfficersRoundProps) {
  const address = `/rounds/${round.slug}`
  const [first, ...others] = stepsOf(round, sums, stopping(findings).length, lines)
  return (
    <Buttons>
      {first && <Button {...first} />}
      {others.map((step) => (
        <Button {...step} kind="secondary" />
      ))}
      <Button
        text={round.state === 'frozen' ? 'Make the paper' : 'Make a draft paper'}
        href={`/papers/making?round=${round.slug}`}
        kind={round.state === 'frozen' ? undefined : 'secondary'}
      />
      {round.state !== 'frozen' && (
        <a class="govuk-link" href={`${address}/forms`}>
          Forms in Word
        </a>
      )}
    </Buttons>
  )
}

/** The steps that a round offers in its state, what matters most first. */
function stepsOf(round: RoundRecord, sums: RoundSums, stops: number, lines: readonly FollowedLine[]): Step[] {
  const address = `/rounds/${round.slug}`
  const close = { text: 'Close the round', href: `${address}/closing` }
  if (round.state === 'frozen') return []
  if (round.state === 'closed')
    return [
      ...(sums.toAccept > 0 ? [acceptStep(address, sums)] : []),
      stops > 0 ? { text: 'Settle the findings', href: `${address}/findings` } : { text: 'Freeze the round', href: `${address}/freezing` },
      { text: 'Open it again', href: `${address}/reopening` },
    ]
  const blank = lines.find(({ line }) => !isAnswered(line))
  const write = blank && {
    text: lines.some(({ line }) => isAnswered(line)) ? 'Write the next update' : 'Write the first update',
    href: `${address}/items/${blank.line.itemId}`,
  }
  return [
    ...(sums.asked === 0 && sums.wanted > 0 ? [{ text: 'Ask the owners', href: `${address}/asking` }] : []),
    ...(sums.toAccept > 0 ? [acceptStep(address, sums)] : []),
    ...(sums.asked > 0 && sums.late > 0 ? [{ text: 'Chase who is late', href: `${address}/chasing` }] : []),
    ...(write ? [write] : []),
    close,
  ]
}

function acceptStep(address: string, { toAccept }: RoundSums): Step {
  return { text: `Accept what came in (${toAccept})`, href: `${address}${queryOfChoice({ standing: 'answered' })}#lines` }
}

function Elsewhere({ round }: { round: RoundRecord }) {
  const address = `/rounds/${round.slug}`
  const links = [
    { text: 'Who is asked', href: `${address}/asking` },
    { text: 'Chasing', href: `${address}/chasing` },
    { text: 'Later dates asked for', href: `${address}/extensions` },
    { text: 'Findings', href: `${address}/findings` },
  ]
  return (
    <nav class="rounds-filters" aria-label="More of this round">
      <ul>
        {links.map(({ text, href }) => (
          <li>
            <a class="govuk-link govuk-link--no-visited-state" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The lines of this part, review by review, in a form where something can be done with them. */
function Lines({ round, shown, choice, ticked }: OfficersRoundProps) {
  const boxes = round.state === 'frozen' ? null : ticked
  const tables = [...Map.groupBy(shown.lines, ({ line }) => line.review)].map(([review, own]) => (
    <section>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={`/reviews/${review.slug}`}>
          {review.title}
        </a>
      </h2>
      <LineTable round={round} lines={own} caption={`Lines of ${review.title}`} ticked={boxes} />
    </section>
  ))
  if (!boxes) return <>{tables}</>
  const page: Record<string, string> = shown.page > 1 ? { page: String(shown.page) } : {}
  return (
    <Form action={`/rounds/${round.slug}/lines${queryOfChoice(choice, page)}`} class="rounds-lines" label="Lines of the round">
      <input type="hidden" name="seen" value={shown.lines.map(({ line, standing }) => `${line.itemId}:${standing.version}`).join(' ')} />
      <WithTicked round={round} count={shown.lines.length} />
      {tables}
    </Form>
  )
}

/** What can be done with the lines ticked. */
function WithTicked({ round, count }: { round: RoundRecord; count: number }) {
  const open = round.state === 'open'
  return (
    <div class="rounds-bulk" role="group" aria-label="With the lines ticked">
      <label class="rounds-bulk__all">
        <input class="rounds-tick" type="checkbox" name="all" value="yes" id="item" />
        {count === 1 ? 'The line on this page' : `All ${count} lines on this page`}
      </label>
      <Buttons>
        <Button text="Accept" name="what" value="accept" />
        {open && <Button text="Remind" name="what" value="remind" kind="secondary" />}
        {open && <Button text="Send back" name="what" value="send-back" kind="secondary" />}
        {open && <Button text="No update received" name="what" value="no-update" kind="secondary" />}
      </Buttons>
    </div>
  )
}

function Parts({ address, choice, shown: { page, pages } }: { address: string; choice: LineChoice; shown: PageOfLines }) {
  if (pages === 1) return null
  const to = (number: number) => `${address}${queryOfChoice(choice, number > 1 ? { page: String(number) } : {})}#lines`
  const options = {
    landmarkLabel: 'Parts of the list',
    previous: page > 1 ? { href: to(page - 1) } : undefined,
    next: page < pages ? { href: to(page + 1) } : undefined,
    items: Array.from({ length: pages }, (_, index) => ({ number: String(index + 1), href: to(index + 1), current: index + 1 === page })),
  }
  return <Govuk name="pagination" options={options} />
}
