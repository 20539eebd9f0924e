import { inWords, today } from '../platform/core/calendar-date.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { InsetText, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { becomes, committeeName, countsInWords, countsOf, roundInWords, undatedMeetings, type Names } from './import-words.ts'
import type { ImportRecord, ImportVersion } from './import.ts'
import { count } from './reading-words.ts'

export function VersionList({ found, versions }: { found: ImportRecord; versions: ImportVersion[] }) {
  return (
    <>
      <p class="govuk-body">
        Every correction is kept. Going back makes a copy of an earlier version the newest, so the ones between are not lost.
      </p>
      <Table
        caption="Versions of the reading, newest first"
        rows={versions}
        columns={[
          { head: 'Version', names: true, cell: ({ version }) => version },
          { head: 'What was done', width: 'half', cell: ({ correction }) => correction ?? 'As Heed read it' },
          {
            head: 'When',
            cell: ({ savedAt, savedBy }) => (
              <>
                {`${inWords(today(savedAt))}, ${savedAt.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })}`}
                {savedBy && <div>by {savedBy}</div>}
              </>
            ),
          },
          {
            head: 'Go back',
            hiddenHead: true,
            cell: ({ version }) =>
              version === found.version
                ? 'Now'
                : found.state === 'waiting' && (
                    <Form action={`/imports/${found.id}/versions/${version}/restoration`}>
                      <Button text={`Go back to version ${version}`} kind="secondary" />
                    </Form>
                  ),
          },
        ]}
      />
    </>
  )
}

export function ConfirmationQuestion({ found, names }: { found: ImportRecord; names: Names }) {
  const { reading, plan } = found
  const taken = plan.reviews.flatMap((review, index) => (review.take ? [{ review, index, read: reading.reviews[index]! }] : []))
  const counts = countsOf(reading)
  const undated = undatedMeetings(reading)
  return (
    <>
      <p class="govuk-body-l">This is what Heed will make, all of it or nothing:</p>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        <li>
          for <b>{committeeName(plan, names)}</b>
          {'id' in plan.committee ? '' : ', which is new to Heed'}
        </li>
        {taken.map(({ review, index, read }) => (
          <li>
            <b>{read.title}</b>: {becomes(plan, index, names).replace(/^./, (letter) => letter.toLowerCase())}, {countsInWords(read)}
            {review.recommendations.some((one) => one.takeWording) &&
              `; the wording of ${count(review.recommendations.filter((one) => one.takeWording).length, 'recommendation')} taken from this document`}
            {review.reviewId !== null &&
              review.recommendations.some((one) => one.recommendationId === null) &&
              `; ${count(review.recommendations.filter((one) => one.recommendationId === null).length, 'recommendation')} new to it`}
            <ul class="govuk-list govuk-list--bullet">
              {review.rounds.map((round) => (
                <li>{roundInWords(round)}</li>
              ))}
            </ul>
          </li>
        ))}
        {plan.reviews.length > taken.length && <li>{count(plan.reviews.length - taken.length, 'review')} left out</li>}
        {reading.meetings.length > 0 && <li>{count(reading.meetings.length, 'meeting')} with agenda and minutes</li>}
      </ul>
      {taken.some(({ review }) => review.rounds.some((round) => round.take && round.presented)) && (
        <InsetText>A round that is frozen can never change: it is what members saw. Correct it now, not later.</InsetText>
      )}
      {counts.doubts > 0 && (
        <WarningText>{count(counts.doubts, 'doubt')} not looked at yet. They are listed first on the import’s page.</WarningText>
      )}
      {undated.length > 0 && (
        <WarningText>Nothing says when the meeting of {undated.join(' or ')} was. Give its date before you confirm.</WarningText>
      )}
      {counts.unplaced > 0 && (
        <p class="govuk-body">
          {count(counts.unplaced, 'passage')} of the document found no field. They are not lost: they stay with the document.
        </p>
      )}
      <Form working="Putting it on the record…">
        <input type="hidden" name="version" value={found.version} />
        <Buttons>
          <Button text="Confirm: put it on the record" />
          <a class="govuk-link" href={`/imports/${found.id}`}>
            Not yet
          </a>
        </Buttons>
      </Form>
    </>
  )
}

export function AbandonmentQuestion({ found }: { found: ImportRecord }) {
  return (
    <>
      <p class="govuk-body">
        Nothing of it will be in the record. The document and your corrections are kept, and you can start again from the document.
      </p>
      <Form>
        <Buttons>
          <Button text="Abandon the import" kind="warning" />
          <a class="govuk-link" href={`/imports/${found.id}`}>
            Keep it
          </a>
        </Buttons>
      </Form>
    </>
  )
}
