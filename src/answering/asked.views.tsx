import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form } from '../platform/web/form-fields.tsx'
import { InsetText, Tag, TaskList, WarningText } from '../platform/web/page-parts.tsx'
import { momentInWords, timeOfDay } from '../platform/web/moment.ts'
import { lineName } from '../rounds/round-lines.ts'
import type { RoundFinding, RoundRecord } from '../rounds/round.ts'
import { shortened } from '../rounds/round.views.tsx'
import type { Asked } from '../asking/asked.ts'
import { typedFrom, understandAnswer, type AnswerTyped } from './answer.ts'
import { AnswerSaid, BothOnRecord, fieldOf, LineForm, OtherDrafts } from './answer-form.views.tsx'
import { canAnswer, groupsOf, opensWith, pageOfLine, wantsAnswer, type AskedLine } from './asked-line.ts'
import { BesideLine, BesideLines } from './beside-line.views.tsx'
import type { Draft } from './drafts.queries.ts'
import { askedWords } from './line-of-link.ts'
import { WhatWasAsked } from './line-asked.views.tsx'
import { OwnerFindings } from './owner-findings.tsx'

/** What a page of forms is made of. */
export interface FormsShown {
  asked: Asked
  round: RoundRecord
  /** All that is asked. */
  lines: readonly AskedLine[]
  /** Which of them stand on this page. */
  shown: readonly AskedLine[]
  /** The group that they are, from 1; null where all stand on one page. */
  group: number | null
  form: FilledForm
  /** By the line's id. */
  findings: ReadonlyMap<string, RoundFinding[]>
  /** Lines whose answer is to be changed although it is given. */
  changing: ReadonlySet<string>
  /** The draft in a line's boxes, where it is not the newest. */
  taken: ReadonlyMap<string, Draft>
  /** What was just sent of lines that can be answered no more: shown, so that it can be copied. */
  unsaved: ReadonlyMap<string, AnswerTyped>
  today: CalendarDate
}

/** Who asks, for what, until when, and how far one has come. */
export function Introduction({ asked, round, lines, today }: Pick<FormsShown, 'asked' | 'round' | 'lines' | 'today'>) {
  const left = lines.filter((line) => wantsAnswer(line, round)).length
  return (
    <>
      <p class="govuk-body-l">
        {`${asked.council.name} asks ${asked.name} where ${lines.length === 1 ? 'this stands' : `these ${lines.length} stand`}, for the meeting of ${round.meeting.committeeName} on ${inWords(round.presentedOn)}.`}
      </p>
      <p class="govuk-body">
        {round.dueOn && (
          <strong>{`${round.dueOn < today ? 'It was due' : 'Please answer by'} ${inWords(round.dueOn)}${round.dueOn < today ? '; please answer now' : ''}. `}</strong>
        )}
        {left === 0 ? 'Everything is answered. ' : lines.length > left ? `${lines.length - left} of ${lines.length} answered. ` : ''}
        {round.state === 'open' && left > 0 && 'What you write is kept as you go: you can leave and come back by the same link.'}
      </p>
      {round.state === 'open' && round.dueOn !== null && left > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/asked/${asked.askingId}/calendar.ics`}>
            Put the day into your calendar
          </a>
        </p>
      )}
      <RoundOver round={round} />
    </>
  )
}

/** Says that nothing can be sent any more. */
export function RoundOver({ round }: { round: RoundRecord }) {
  if (round.state === 'open') return null
  return (
    <WarningText>
      {round.state === 'frozen'
        ? 'This round is over: its papers are made, and nothing in them can change. What you wrote and did not send is shown below, so that you can keep it for the next one.'
        : 'This round is closed, so no more answers can be sent. What you wrote is shown below. If it must still go in, ask the council to open the round again.'}
      {round.contact && ` ${round.contact}`}
    </WarningText>
  )
}

export function AskedForms(props: FormsShown) {
  const { asked, round, shown, lines, group } = props
  const open = shown.some((line) => isOpen(line, props))
  const next = group !== null && group < groupsOf(lines).length
  return (
    <>
      {group === null && <Introduction {...props} />}
      {group !== null && <RoundOver round={round} />}
      <Form class="answering-form" label="Your answers">
        {shown.map((line) => (
          <LineSection {...props} line={line} />
        ))}
        {open && (
          <div class="govuk-button-group">
            {next && <Button text="Save and go on" name="then" value="next" />}
            <Button text="Check your answers" name="then" value="check" kind={next ? 'secondary' : undefined} />
            <Button text="Save and come back later" name="then" value="later" kind="secondary" />
          </div>
        )}
      </Form>
      {!open && lines.some(({ given }) => given) && <ReceiptLink asked={asked} />}
      {group === null && <BesideLines askingId={asked.askingId} />}
    </>
  )
}

export function ReceiptLink({ asked }: { asked: Asked }) {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/asked/${asked.askingId}/receipt`}>
        See what you have sent
      </a>
    </p>
  )
}

function isOpen(line: AskedLine, { round, changing }: Pick<FormsShown, 'round' | 'changing'>): boolean {
  return canAnswer(line, round) && (wantsAnswer(line, round) || changing.has(line.line.itemId))
}

function LineSection(props: FormsShown & { line: AskedLine }) {
  const { asked, round, line: one, lines, form, findings, taken } = props
  const { line } = one
  const open = isOpen(one, props)
  const draft = taken.get(line.itemId) ?? one.drafts[0]
  const typed = draft?.typed ?? opensWith(one)
  const severalReviews = new Set(lines.map((each) => each.line.review.id)).size > 1
  const at = `/asked/${asked.askingId}/items/${line.itemId}`
  return (
    <section
      class="answering-line"
      id={`line-${line.itemId}`}
      aria-labelledby={`name-${line.itemId}`}
      data-fields={open ? fieldOf(line.itemId, '') : undefined}
      data-draft={open ? `${at}/draft` : undefined}
      data-findings={open ? `${at}/findings` : undefined}
    >
      {severalReviews && <span class="govuk-caption-m">{line.review.title}</span>}
      <h2 class="govuk-heading-m" id={`name-${line.itemId}`}>
        {`${lineName(line)} `}
        <LineTag line={one} />
      </h2>
      <WhatWasAsked asked={one} round={round} />
      {open && draft && draft.basedOn !== line.update.version && <BothOnRecord asked={one} typed={typed} />}
      {open ? <LineForm asked={one} round={round} form={form} /> : <Answered {...props} />}
      {open && <OtherDrafts drafts={one.drafts} shown={draft} line={line} />}
      <BesideLine askingId={asked.askingId} itemId={line.itemId} files={one.files} notes={one.notes} />
      {open && (
        <>
          <div class="answering-findings" aria-live="polite">
            <OwnerFindings findings={findings.get(line.itemId) ?? []} answer={understandAnswer(typed, line)} line={line} />
          </div>
          <p class="govuk-body-s answering-saved" role="status">
            {draft && `Saved ${timeOfDay(draft.savedAt).slice(0, 5)}`}
          </p>
        </>
      )}
    </section>
  )
}

/** A line that is answered, or can be answered no more. */
function Answered({ asked, round, lines, unsaved, line: one }: FormsShown & { line: AskedLine }) {
  const { line, standing, given, drafts } = one
  const said = standing.state === 'unanswered' ? null : typedFrom(line.update, line)
  return (
    <>
      {said && <AnswerSaid typed={said} line={line} />}
      {given && given.version === standing.version && <p class="govuk-body-s">{`Sent by ${given.by}, ${momentInWords(given.at)}.`}</p>}
      {standing.state === 'accepted' && (
        <p class="govuk-body">
          {`An officer accepted this${standing.acceptedAt ? ` on ${momentInWords(standing.acceptedAt)}` : ''}, so it can no longer be changed here. If something in it is wrong, tell ${round.contact || round.council}.`}
        </p>
      )}
      <ChangeAnswer asked={asked} round={round} lines={lines} line={one} />
      {unsaved.has(line.itemId) && (
        <InsetText>
          <h3 class="govuk-heading-s">What you wrote, which is not saved: copy it from here</h3>
          <AnswerSaid typed={unsaved.get(line.itemId)!} line={line} />
        </InsetText>
      )}
      {drafts.map((draft) => (
        <InsetText>
          <h3 class="govuk-heading-s">{`Written by ${draft.by} and not sent, ${momentInWords(draft.savedAt)}`}</h3>
          <AnswerSaid typed={draft.typed} line={line} />
        </InsetText>
      ))}
    </>
  )
}

/** The way back into the boxes of an answer that was sent, while it can be changed. */
export function ChangeAnswer({
  asked,
  round,
  lines,
  line: { line, standing },
}: Pick<FormsShown, 'asked' | 'round' | 'lines'> & { line: AskedLine }) {
  if (round.state !== 'open' || standing.state !== 'answered') return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${pageOfLine(asked.askingId, lines, line.itemId)}?change=${line.itemId}#line-${line.itemId}`}>
        Change this answer<span class="govuk-visually-hidden">{`: ${lineName(line)}`}</span>
      </a>
    </p>
  )
}

export function LineTag({ line: { standing, drafts } }: { line: AskedLine }) {
  if (standing.state === 'accepted') return <Tag colour="green">Accepted</Tag>
  if (standing.state === 'sent-back') return <Tag colour="orange">Sent back</Tag>
  if (drafts.length > 0) return <Tag colour="yellow">Begun</Tag>
  return standing.state === 'answered' ? <Tag colour="teal">Answered</Tag> : <Tag colour="blue">To answer</Tag>
}

/** Many lines: a list that says what is done, each group on a page of its own. */
export function AskedGroups(props: Pick<FormsShown, 'asked' | 'round' | 'lines' | 'today'>) {
  const { asked, round, lines } = props
  const groups = groupsOf(lines)
  const first = groups.findIndex((group) => group.some((line) => wantsAnswer(line, round)))
  const anyDraft = lines.some(({ drafts }) => drafts.length > 0)
  return (
    <>
      <Introduction {...props} />
      {round.state === 'open' && (
        <div class="govuk-button-group">
          {first >= 0 && <Button text={anyDraft ? 'Go on' : 'Start'} href={`/asked/${asked.askingId}/lines/${first + 1}`} />}
          {anyDraft && <Button text="Check your answers" href={`/asked/${asked.askingId}/sending`} kind="secondary" />}
        </div>
      )}
      {groups.map((group, index) => (
        <section aria-labelledby={`group-${index + 1}`}>
          <h2 class="govuk-heading-m" id={`group-${index + 1}`}>{`Part ${index + 1} of ${groups.length}`}</h2>
          <TaskList
            id={`tasks-${index + 1}`}
            tasks={group.map((one) => ({
              title: lineName(one.line),
              href: `/asked/${asked.askingId}/lines/${index + 1}#line-${one.line.itemId}`,
              hint: shortened(askedWords(one.line), 120),
              status: <LineTag line={one} />,
            }))}
          />
        </section>
      ))}
      {lines.some(({ given }) => given) && <ReceiptLink asked={asked} />}
      <BesideLines askingId={asked.askingId} />
    </>
  )
}
