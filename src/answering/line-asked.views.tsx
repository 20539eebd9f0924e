import { inWords } from '../platform/core/calendar-date.ts'
import { Details, InsetText, Lines } from '../platform/web/page-parts.tsx'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import { roundLabel } from '../reviews/review.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { shortened } from '../rounds/round.views.tsx'
import { GradeTag } from '../scales/grade-tag.tsx'
import { askedWords } from './line-of-link.ts'
import { datesGiven, measuresOf, whichDate, type AskedLine } from './asked-line.ts'

const SHORT = 220

/** What an owner should know before they answer a line: what was asked, promised, how it would be known, and what was said last time. */
export function WhatWasAsked({ asked, round }: { asked: AskedLine; round: RoundRecord }) {
  const { line, standing } = asked
  return (
    <>
      <Recommended asked={asked} />
      <Promised asked={asked} round={round} />
      <MeasureAsQuestion asked={asked} />
      {line.last && <LastTime asked={asked} />}
      {standing.state === 'sent-back' && (
        <InsetText>
          <h3 class="govuk-heading-s">The officer asks you to look at this again</h3>
          <Lines text={standing.note ?? ''} />
        </InsetText>
      )}
    </>
  )
}

function Recommended({ asked: { line } }: { asked: AskedLine }) {
  const { recommendation, part, action } = line
  const whole = [recommendation.text, part?.text && `${part.ref}) ${part.text}`, action?.text && `Action: ${action.text}`]
    .filter(Boolean)
    .join('\n')
  const short = shortened(askedWords(line), SHORT)
  return (
    <>
      <p class="govuk-body answering-line__asked">{short || 'Nothing was written down.'}</p>
      {whole.replace(/\s+/g, ' ') !== short && (
        <Details summary="Read the whole recommendation">
          <Lines text={whole} />
        </Details>
      )}
    </>
  )
}

function Promised({ asked: { line }, round }: { asked: AskedLine; round: RoundRecord }) {
  const { words, passed, changed, count } = datesGiven(line, round.presentedOn)
  if (words === '') return <p class="govuk-body">No date was promised.</p>
  return (
    <>
      <p class="govuk-body">
        Promised: <strong>{words}</strong>
        {count > 1 && `, the ${whichDate(count)}`}
        {passed && <strong class="answering-passed"> – past by the meeting of {inWords(round.presentedOn)}</strong>}.
      </p>
      {changed.length > 0 && (
        <Details summary="The dates so far">
          <ol class="govuk-list govuk-list--number">
            {changed.flat().map((promise) => (
              <li>
                {promise.words}
                {promise.reason && `: ${promise.reason}`}
                {promise.grantedBy && ` (granted by ${promise.grantedBy}${promise.meetingOn ? `, ${inWords(promise.meetingOn)}` : ''})`}
              </li>
            ))}
          </ol>
        </Details>
      )}
    </>
  )
}

function MeasureAsQuestion({ asked: { line } }: { asked: AskedLine }) {
  const measures = measuresOf(line)
  if (measures.length === 0) return null
  return (
    <div class="answering-measure">
      <p class="govuk-body">
        {measures.length === 1 ? (
          <>
            Success would be: “{measures[0]!.replace(/\.$/, '')}”. <strong>Where does that stand now?</strong>
          </>
        ) : (
          <strong>Where do these stand now?</strong>
        )}
      </p>
      {measures.length > 1 && (
        <ul class="govuk-list govuk-list--bullet">
          {measures.map((measure) => (
            <li>{measure}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function LastTime({ asked: { line, decided, made } }: { asked: AskedLine }) {
  const { last, review } = line
  if (!last) return null
  const round = review.rounds.find((one) => one.id === last.roundId)
  const more = [last.explanation, last.impact && `Impact: ${last.impact}`, last.revisedWords && `New date: ${last.revisedWords}`].filter(
    Boolean,
  )
  const short = shortened(last.evidence, SHORT)
  return (
    <div class="answering-last">
      <h3 class="govuk-heading-s">
        {`What was said last time${round ? `, ${roundLabel(round)}` : ''} `}
        <GradeTag meaning={last.meaning} label={gradeGiven(review.scale.grades, last)?.label} />
      </h3>
      <p class="govuk-body">{short || 'Nothing was written.'}</p>
      {(more.length > 0 || last.evidence.replace(/\s+/g, ' ') !== short) && (
        <Details summary="Read all of last time’s update">
          <Lines text={[last.evidence, ...more].join('\n')} />
        </Details>
      )}
      {round && round.state === 'frozen' && (
        <p class="govuk-body-s">{`It went before ${review.committee.name} on ${inWords(round.presentedOn)}.${decided ? ` ${decided}` : ''}`}</p>
      )}
      {made && (
        <p class="govuk-body">
          <strong>What the committee made of it:</strong> {made}
        </p>
      )}
    </div>
  )
}
