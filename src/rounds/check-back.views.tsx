import { inWords, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { roundLabel, type ReviewRound } from '../reviews/review.ts'
import type { CheckBack, EndedCheckBack } from './check-back.queries.ts'

interface CheckBacksProps {
  /** Of the recommendation. */
  address: string
  /** The round that settled it; undefined while it is open. */
  settled: ReviewRound | undefined
  checkBacks: readonly (CheckBack | EndedCheckBack)[]
  today: CalendarDate
}

/** When a settled recommendation is asked about again, and when it was; nothing where it is open and never was. */
export function CheckBacks({ address, settled, checkBacks, today: day }: CheckBacksProps) {
  if (!settled && checkBacks.length === 0) return null
  const standing = checkBacks.find((one) => !('endedAt' in one))
  const ended = checkBacks.filter((one) => 'endedAt' in one)
  return (
    <section id="check-back" aria-labelledby="check-back-heading">
      <h2 class="govuk-heading-m" id="check-back-heading">
        Did it stick?
      </h2>
      {settled && (
        <p class="govuk-body">{`Settled in ${roundLabel(settled)}, ${inWords(settled.presentedOn)}. Rounds ask about it no more.`}</p>
      )}
      {standing && <p class="govuk-body">{standingWords(standing, day)}</p>}
      {ended.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {ended.map((one) => (
            <li>
              {`To be asked from ${inWords(one.dueOn)}: `}
              {one.round ? (
                <>
                  {'asked in '}
                  <a class="govuk-link" href={`/rounds/${one.round.slug}`}>
                    {one.round.name}
                  </a>
                </>
              ) : (
                `withdrawn on ${inWords(today(one.endedAt))}`
              )}
            </li>
          ))}
        </ul>
      )}
      {settled && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}/check-back`}>
            {standing ? 'Change when it is asked again' : 'Ask again later whether it stuck'}
          </a>
        </p>
      )}
    </section>
  )
}

export function standingWords({ dueOn, reason, setBy }: CheckBack, day: CalendarDate): string {
  const from =
    dueOn <= day
      ? `Due to be asked about again since ${inWords(dueOn)}: the next round asks.`
      : `To be asked about again from ${inWords(dueOn)}.`
  return [from, reason, setBy && `Set by ${setBy}.`].filter(Boolean).join(' ')
}
