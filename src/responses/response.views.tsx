import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { BothTexts, type FieldTwice } from '../platform/web/both-texts.tsx'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, DateInput, Form, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, InsetText, Lines, SummaryList, Tag, type TagColour } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { ANSWERS } from '../reading/reading.ts'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import { ANSWER_WORDS } from '../recommendations/record-response.ts'
import { bothOf } from '../recommendations/wording.form.tsx'
import type { ReviewRecord } from '../reviews/review.ts'
import { answeredOf, clockState, type ClockState, type NoticeServed } from './response-clock.ts'
import type { ResponseChasing } from './response-chasing.queries.ts'
import { ResponseLog, rowsOfMessages } from './response-messages.views.tsx'
import { reasonsOf, stateWords } from './response-words.ts'
import type { ReviewClock } from './response.queries.ts'

const COLOURS: Record<ClockState['state'], TagColour> = { running: 'blue', answered: 'green', late: 'yellow', breach: 'red' }

export function StandingTag({ clock, dueOn, today }: { clock: ClockState; dueOn: CalendarDate; today: CalendarDate }) {
  return <Tag colour={COLOURS[clock.state]}>{stateWords(clock, dueOn, today)}</Tag>
}

interface ResponsePageProps {
  review: ReviewRecord
  notice: NoticeServed | null
  /** Where the writing about the notice stands; null without one. */
  chasing: ResponseChasing | null
  today: CalendarDate
}

export function ResponsePage({ review, notice, chasing, today }: ResponsePageProps) {
  const address = `/reviews/${review.slug}/response`
  const unanswered = review.recommendations.filter(({ response }) => !response?.answer).length
  return (
    <>
      {notice ? <Clock review={review} notice={notice} chasing={chasing} today={today} /> : <NoNotice />}
      <Buttons>
        {unanswered > 0 && notice && <Button text="Record the answers" href={`${address}/answers`} />}
        {!notice && <Button text="Serve notice of the report" href={`${address}/notice`} />}
        {(unanswered === 0 || !notice) && review.recommendations.length > 0 && (
          <a class="govuk-link" href={`${address}/answers`}>
            {unanswered === 0 ? 'Correct the answers' : 'Record the answers'}
          </a>
        )}
        {notice && (
          <a class="govuk-link" href={`${address}/messages`}>
            Messages about it
          </a>
        )}
        {notice && (
          <a class="govuk-link" href={`${address}/notice/withdrawal`}>
            Withdraw the notice
          </a>
        )}
      </Buttons>
      {notice && (
        <>
          <PaperLinks address={address} paper="notice" words="The notice" />
          {unanswered > 0 && <PaperLinks address={address} paper="chaser" words="A reminder of what has no answer" />}
          <PaperLinks address={address} paper="report" words="The response, for the committee" />
        </>
      )}
      {chasing && <ResponseLog messages={chasing.messages} />}
      <Table
        caption="Answers"
        rows={review.recommendations}
        columns={[
          {
            head: 'Recommendation',
            names: true,
            cell: (one) => (
              <a class="govuk-link" href={recommendationAddress(review.slug, one.slug)}>
                {one.ref}
              </a>
            ),
          },
          { head: 'What was asked', width: 'third', cell: (one) => <Lines text={one.text} /> },
          {
            head: 'Answer',
            cell: (one) => (one.response?.answer ? ANSWER_WORDS[one.response.answer] : <span class="heed-none">None yet</span>),
          },
          { head: 'Reasons, and what will be done', width: 'third', cell: (one) => <Lines text={reasonsOf(one)} /> },
        ]}
      />
    </>
  )
}

function Clock({ review, notice, chasing, today }: ResponsePageProps & { notice: NoticeServed }) {
  const answers = review.recommendations.map(answeredOf)
  const clock = clockState(notice, answers, today)
  return (
    <SummaryList
      rows={[
        { key: 'Standing', value: <StandingTag clock={clock} dueOn={notice.dueOn} today={today} /> },
        { key: 'Served', value: `${inWords(notice.servedOn)}, on ${notice.servedTo}` },
        { key: 'Due', value: `By the end of ${inWords(notice.dueOn)}` },
        { key: 'Answered', value: `${answers.length - clock.unanswered} of ${answers.length}` },
        ...(chasing && clock.unanswered > 0 ? rowsOfMessages(chasing) : []),
      ]}
    />
  )
}

function NoNotice() {
  return (
    <InsetText>
      No notice of this report has been recorded. Serving it starts the two months in which the executive must respond (Local Government Act
      2000, section 9FE).
    </InsetText>
  )
}

function PaperLinks({ address, paper, words }: { address: string; paper: string; words: string }) {
  return (
    <p class="govuk-body">
      {`${words}: `}
      {(['word', 'pdf', 'html'] as const).map((format, at) => (
        <>
          {at > 0 && ', '}
          <a class="govuk-link" href={`${address}/${paper}/${format}`}>
            <span class="govuk-visually-hidden">{`${words} as `}</span>
            {{ word: 'Word', pdf: 'PDF', html: 'HTML' }[format]}
          </a>
        </>
      ))}
    </p>
  )
}

export const KEY = 'of-'
/** A recommendation's name in the form: its reference alone may be a number, and a form's numbers are places in a list. */
export function keyOf(slug: string): string {
  return `${KEY}${slug}`
}

export function AnswersForm({ review, form }: { review: ReviewRecord; form: FilledForm }) {
  const overtaken = review.recommendations.flatMap((one) => answeredMeanwhile(one, form))
  return (
    <Form>
      {overtaken.length > 0 && <BothTexts fields={overtaken} />}
      <TextInput
        form={form}
        name="givenBy"
        label="Who answered? (optional)"
        hint="For example the Cabinet, or the Cabinet Member for Housing"
      />
      <DateInput
        form={form}
        name="givenOn"
        label="When did they answer? (optional)"
        hint="Without it, the day on which it is recorded counts."
      />
      {review.recommendations.map((one) => (
        <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{`Recommendation ${one.ref}`}</legend>
          <Lines text={one.text} />
          <input type="hidden" name={`lines.${keyOf(one.slug)}.version`} value={one.response?.version ?? 0} />
          <Select
            form={form}
            name={`lines.${keyOf(one.slug)}.answer`}
            label="Answer"
            blank="No answer yet"
            choices={ANSWERS.map((answer) => ({ value: answer, text: ANSWER_WORDS[answer] }))}
          />
          <TextArea
            form={form}
            name={`lines.${keyOf(one.slug)}.text`}
            label="Reasons"
            hint="Needed for anything but a plain yes"
            rows={3}
          />
          <TextArea
            form={form}
            name={`lines.${keyOf(one.slug)}.willDo`}
            label="What will be done"
            hint="Needed where it is accepted in principle"
            rows={2}
          />
          <TextInput form={form} name={`lines.${keyOf(one.slug)}.willDoBy`} label="By when" width={20} />
        </fieldset>
      ))}
      <Buttons>
        <Button text="Save the answers" />
        <a class="govuk-link" href={`/reviews/${review.slug}/response`}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

/** What was recorded of a recommendation after the form was opened, beside what the form says of it. */
function answeredMeanwhile({ slug, ref, response }: RecommendationRecord, form: FilledForm): FieldTwice[] {
  const under = `lines.${keyOf(slug)}`
  const seen = form.values[`${under}.version`]
  if (seen === undefined || seen === String(response?.version ?? 0)) return []
  const inWordsOf = ({ values, faults }: FilledForm): FilledForm => {
    const answer = ANSWERS.find((one) => one === values[`${under}.answer`])
    return { faults, values: { ...values, [`${under}.answer`]: answer ? ANSWER_WORDS[answer] : '' } }
  }
  const fields = Object.entries({ answer: 'Answer', text: 'Reasons', willDo: 'What will be done', willDoBy: 'By when' })
  const labels = fields.map(([field, label]) => [`${under}.${field}`, `Recommendation ${ref}: ${label}`] as const)
  const now = filledForm({ lines: { [keyOf(slug)]: response } })
  return bothOf(inWordsOf(now), inWordsOf(form), labels)
}

interface ClockListProps {
  clocks: ReviewClock[]
  committees: { slug: string; name: string }[]
  /** The committee that the list is narrowed to, by its address; '' for all. */
  committee: string
  today: CalendarDate
}

export function ClockList({ clocks, committees, committee, today }: ClockListProps) {
  return (
    <>
      <Form method="get" action="/responses" class="heed-filters" label="Choose the responses">
        <Select
          form={filledForm({ committee })}
          name="committee"
          label="Committee"
          blank="Every committee"
          choices={committees.map(({ slug, name }) => ({ value: slug, text: name }))}
        />
        <Button text="Show" kind="secondary" />
      </Form>
      <p class="govuk-body">{standingsInWords(clocks)}</p>
      {clocks.length > 0 && (
        <>
          <Table
            caption="Responses to reports, by the day on which they are due"
            hiddenCaption
            rows={clocks}
            columns={[
              {
                head: 'Review',
                names: true,
                width: 'third',
                cell: ({ review }) => (
                  <a class="govuk-link" href={`/reviews/${review.slug}/response`}>
                    {review.title}
                  </a>
                ),
              },
              { head: 'Committee', cell: ({ committee }) => committee.name },
              { head: 'Served', cell: ({ notice }) => `${inWords(notice.servedOn)}, on ${notice.servedTo}` },
              { head: 'Due', cell: ({ notice }) => inWords(notice.dueOn) },
              { head: 'Answered', cell: ({ recommendations, unanswered }) => `${recommendations - unanswered} of ${recommendations}` },
              { head: 'Standing', cell: (clock) => <StandingTag clock={clock} dueOn={clock.notice.dueOn} today={today} /> },
              {
                head: 'Last written to',
                cell: ({ writtenOn }) => (writtenOn ? inWords(writtenOn) : <span class="heed-none">Not yet</span>),
              },
            ]}
          />
          <DownloadList address="/responses" query={{ committee }} />
        </>
      )}
    </>
  )
}

/** The responses that are due, late or in breach, for the page of whoever is owed them; nothing where there is none. */
export function ResponsesAwaited({
  clocks,
  committee,
  today,
}: {
  clocks: readonly ReviewClock[]
  committee?: string
  today: CalendarDate
}) {
  const owed = clocks.filter(({ state }) => state !== 'answered')
  // The first page is for what needs somebody: what was answered late is told where the committee looks.
  const shown = committee === undefined ? owed.filter(({ unanswered }) => unanswered > 0) : owed
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="responses">
      <h2 class="govuk-heading-m" id="responses">
        {committee === undefined ? 'Responses awaited' : 'Responses due, late and in breach'}
      </h2>
      {committee !== undefined && <p class="govuk-body">{standingsInWords(clocks)}</p>}
      <ul class="govuk-list">
        {shown.map((clock) => (
          <li>
            <a class="govuk-link" href={`/reviews/${clock.review.slug}/response`}>
              {clock.review.title}
            </a>{' '}
            <StandingTag clock={clock} dueOn={clock.notice.dueOn} today={today} />
            <div class="govuk-hint govuk-!-margin-bottom-0">
              {`${clock.recommendations - clock.unanswered} of ${clock.recommendations} answered by ${clock.notice.servedTo}; due by the end of ${inWords(clock.notice.dueOn)}`}
            </div>
          </li>
        ))}
      </ul>
      {committee !== undefined && <DownloadList address="/responses" query={{ committee }} of="these responses" />}
    </section>
  )
}

/** `2 due, 1 answered late, 1 in breach` */
function standingsInWords(clocks: readonly ReviewClock[]): string {
  const count = (state: ClockState['state']) => clocks.filter((clock) => clock.state === state).length
  const parts = [
    [count('running'), 'due'],
    [count('breach'), 'in breach'],
    [count('late'), 'answered late'],
    [count('answered'), 'answered in time'],
  ] as const
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  return said.length === 0 ? 'No notice of a report stands.' : `${said.join(', ')}.`
}

export function NoClocks() {
  return (
    <EmptyState title="No response is awaited">
      <p class="govuk-body">
        When a report has been served on those who must answer, say so under “The response” of its{' '}
        <a class="govuk-link" href="/reviews">
          review
        </a>
        : the time for the answer runs from that day.
      </p>
    </EmptyState>
  )
}
