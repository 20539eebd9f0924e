import type { ComponentChildren } from 'preact'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { Govuk } from '../platform/web/govuk.tsx'
import { Details, Lines, SummaryList, type SummaryRow } from '../platform/web/page-parts.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InlineDiff } from '../platform/web/inline-diff.tsx'
import { Promised } from '../reviews/recommendation-table.tsx'
import type { ReviewRecord } from '../reviews/review.ts'
import { ActionCards } from '../action-plans/action.views.tsx'
import type { CheckBack, EndedCheckBack } from '../rounds/check-back.queries.ts'
import { CheckBacks } from '../rounds/check-back.views.tsx'
import { settledIn } from '../rounds/round.ts'
import type { DecisionAtMeeting } from '../decisions/decision.queries.ts'
import { DecisionsAbout } from './decided.views.tsx'
import type { EarlierWording } from './earlier-wordings.queries.ts'
import { PromisePicture, PromiseTable } from './promise-picture.tsx'
import { meaningOf, promiseNotes } from './promise-words.ts'
import type { PromiseStory } from './promise-standing.ts'
import { recommendationAddress } from './recommendation-address.queries.ts'
import type { RoundOfHistory } from './recommendation-history.ts'
import { RoundsOfRecommendation } from './recommendation-rounds.tsx'
import { latestPromises, type RecommendationRecord } from './recommendation.ts'
import { ANSWER_WORDS, particularsOf } from './record-response.ts'

export interface RecommendationPageModel {
  review: ReviewRecord
  recommendation: RecommendationRecord
  /** The whole, where this is a part of one. */
  whole: RecommendationRecord | null
  stories: PromiseStory[]
  history: RoundOfHistory[]
  wordings: EarlierWording[]
  checkBacks: (CheckBack | EndedCheckBack)[]
  decisions: DecisionAtMeeting[]
  previous: RecommendationRecord | null
  next: RecommendationRecord | null
  today: CalendarDate
}

export function RecommendationPage(model: RecommendationPageModel) {
  const { review, recommendation, whole, history } = model
  const address = recommendationAddress(review.slug, recommendation.slug)
  return (
    <>
      {whole && (
        <p class="govuk-body">
          {`A part of ${titleOf(whole)}: `}
          <a class="govuk-link" href={recommendationAddress(review.slug, whole.slug)}>
            {whole.text || titleOf(whole)}
          </a>
        </p>
      )}
      <div class="reviews-lead">
        {recommendation.text ? (
          <Lines text={recommendation.text} />
        ) : (
          <p class="heed-none">The document names this part but gives it no wording of its own.</p>
        )}
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={`${address}/wording`}>
          Correct the wording
        </a>
        {!whole && recommendation.parts.length === 0 && (
          <>
            {' or '}
            <a class="govuk-link" href={`${address}/new-part`}>
              add a part
            </a>
          </>
        )}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`${address}/letters`}>
          Letters about it
        </a>
      </p>
      <Wordings wordings={model.wordings} />
      <Particulars {...model} address={address} />
      {recommendation.parts.length > 0 && <Parts {...model} address={address} />}
      <Promises {...model} address={address} />
      <Section id="actions" title="Actions" change={{ text: 'Add an action', href: `${address}/new-action` }}>
        <ActionCards address={address} actions={recommendation.actions} stories={model.stories} today={model.today} />
      </Section>
      <Section id="decisions" title="What committees decided">
        <DecisionsAbout decisions={model.decisions} recommendation={recommendation} review={review} />
      </Section>
      <Section id="rounds" title="Round by round, the newest first">
        {whole && history.length === 0 && whole.updates.length > 0 ? (
          <p class="govuk-body">
            {'The rounds asked about the whole. See '}
            <a class="govuk-link" href={`${recommendationAddress(review.slug, whole.slug)}#rounds`}>
              {titleOf(whole)}
            </a>
            .
          </p>
        ) : (
          <RoundsOfRecommendation history={history} />
        )}
      </Section>
      {!whole && (
        <CheckBacks address={address} settled={settledIn(recommendation, review)} checkBacks={model.checkBacks} today={model.today} />
      )}
      <Neighbours {...model} />
    </>
  )
}

export function titleOf(recommendation: RecommendationRecord, whole?: RecommendationRecord | null): string {
  const ref = recommendation.ref || `item ${recommendation.position}`
  return whole ? `Recommendation ${whole.ref}, part ${ref}` : `Recommendation ${ref}`
}

interface SectionProps {
  id: string
  title: string
  change?: { text: string; href: string }
  children: ComponentChildren
}

function Section({ id, title, change, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      <h2 class="govuk-heading-m" id={`${id}-heading`}>
        {title}
      </h2>
      {children}
      {change && (
        <p class="govuk-body">
          <a class="govuk-link" href={change.href}>
            {change.text}
          </a>
        </p>
      )}
    </section>
  )
}

function Wordings({ wordings }: { wordings: EarlierWording[] }) {
  if (wordings.length < 2) return null
  return (
    <Details summary={wordings.length === 2 ? 'The wording was corrected once' : `The wording was corrected ${wordings.length - 1} times`}>
      {wordings.slice(0, -1).map((now, index) => (
        <div class="reviews-words">
          <p class="reviews-label">{`Corrected on ${momentInWords(now.savedAt)} by ${now.savedBy ?? 'Heed'}: ${now.reason ?? 'no reason given'}`}</p>
          <InlineDiff before={wordings[index + 1]!.text} after={now.text} />
        </div>
      ))}
      <p class="reviews-label">{`First wording, ${momentInWords(wordings.at(-1)!.savedAt)}`}</p>
      <Lines text={wordings.at(-1)!.text} />
    </Details>
  )
}

function Particulars({ review, recommendation, address }: RecommendationPageModel & { address: string }) {
  const { response } = recommendation
  const correct = (of: string): SummaryRow['actions'] => [{ text: 'Correct', href: `${address}/wording`, of }]
  const optional = (key: string, text: string | null): SummaryRow | null =>
    text ? { key, value: <Lines text={text} />, actions: correct(key.toLowerCase()) } : null
  return (
    <SummaryList
      rows={[
        {
          key: 'Owners',
          value:
            recommendation.owners.length > 0 ? <Lines text={recommendation.owners.join('\n')} /> : <span class="heed-none">No owner</span>,
          actions: [{ text: 'Change', href: `${address}/owners`, of: 'owners' }],
        },
        {
          key: 'Response',
          value: response ? (
            <>
              {response.answer && <strong>{ANSWER_WORDS[response.answer]}</strong>}
              <Lines text={[response.text, ...particularsOf(response)].filter(Boolean).join('\n')} />
            </>
          ) : (
            <span class="heed-none">No answer on record</span>
          ),
          actions: [{ text: response ? 'Correct' : 'Record', href: `${address}/response`, of: 'the response' }],
        },
        optional('Theme', recommendation.theme),
        {
          key: 'How we will know',
          value: recommendation.successMeasure ? (
            <Lines text={recommendation.successMeasure} />
          ) : (
            <span class="heed-none">No measure of success</span>
          ),
          actions: correct('the measure of success'),
        },
        optional('Why it matters', recommendation.whyImportant),
        optional('What good looks like', recommendation.whatGoodLooksLike),
        optional('Paragraphs of the report', recommendation.paragraphRefs.join(', ')),
        recommendation.crossRefs.length > 0 && {
          key: 'See also',
          value: <CrossReferences review={review} refs={recommendation.crossRefs} />,
        },
        optional('Refers to', recommendation.externalRefs.join('\n')),
      ]}
    />
  )
}

function CrossReferences({ review, refs }: { review: ReviewRecord; refs: readonly string[] }) {
  return (
    <>
      {refs.map((ref, index) => {
        const other = review.recommendations.find((one) => one.ref.toLowerCase() === ref.toLowerCase())
        const link = other ? (
          <a class="govuk-link" href={recommendationAddress(review.slug, other.slug)}>
            {`Recommendation ${ref}`}
          </a>
        ) : (
          `Recommendation ${ref}`
        )
        return [index > 0 && ', ', link]
      })}
    </>
  )
}

function Parts({ review, recommendation, stories, address, today }: RecommendationPageModel & { address: string }) {
  return (
    <Section id="parts" title="Parts" change={{ text: 'Add a part', href: `${address}/new-part` }}>
      <SummaryList
        rows={recommendation.parts.map((part): SummaryRow => ({
          key: part.ref,
          value: (
            <>
              {part.text && <Lines text={part.text} />}
              {part.owners.length > 0 && <p class="reviews-small">{part.owners.join('; ')}</p>}
              {stories
                .filter((story) => story.id === part.id)
                .map((story) => (
                  <Promised promise={{ ...story, name: '' }} today={today} />
                ))}
            </>
          ),
          actions: [{ text: 'See', href: recommendationAddress(review.slug, part.slug), of: `part ${part.ref}` }],
        }))}
      />
    </Section>
  )
}

function Promises({ recommendation, review, stories, address, today }: RecommendationPageModel & { address: string }) {
  const told = stories.filter((story) => story.of !== 'action' && story.moments.length > 0)
  const own = latestPromises(recommendation.timescale)
  const change = { text: own.length > 0 ? 'Change the date promised' : 'Add a date', href: `${address}/timescale` }
  return (
    <Section id="promise" title="What was promised" change={change}>
      {told.length === 0 && <p class="govuk-body heed-none">No date was promised.</p>}
      {told.map((story) => {
        const title = story.name ? `Part ${story.name}: promised ${story.words}` : `Promised: ${story.words}`
        if (story.moments.length === 1) return <Once story={story} today={today} />
        return story.moments.some((moment) => moment.dueOn) ? (
          <PromisePicture title={title} story={story} rounds={review.rounds} today={today} />
        ) : (
          <>
            <h3 class="govuk-heading-s">{title}</h3>
            <PromiseTable story={story} caption={title} rounds={review.rounds} />
          </>
        )
      })}
    </Section>
  )
}

/** A promise that never changed needs no picture: its words, the day that they mean, and what became of it. */
function Once({ story, today }: { story: PromiseStory; today: CalendarDate }) {
  const meaning = meaningOf(story.moments[0]!)
  return (
    <div class="govuk-body">
      {story.name && <strong>{`Part ${story.name}: `}</strong>}
      {meaning ? `${story.words}, that is ${meaning}. Never changed.` : `${story.words}. Never changed.`}
      {promiseNotes(story, today).map((note) => (
        <div class={story.standing === 'broken' ? 'reviews-late' : 'reviews-small'}>{note}</div>
      ))}
    </div>
  )
}

function Neighbours({ review, previous, next }: RecommendationPageModel) {
  const link = (one: RecommendationRecord | null, text: string) =>
    one ? { href: recommendationAddress(review.slug, one.slug), text, labelText: titleOf(one) } : undefined
  return (
    <Govuk
      name="pagination"
      options={{
        landmarkLabel: 'Recommendations',
        classes: 'govuk-pagination--block',
        previous: link(previous, 'Previous recommendation'),
        next: link(next, 'Next recommendation'),
      }}
    />
  )
}

export function savedWords(savedAt: Date | null, savedBy: string | null): string {
  return savedAt ? `Saved on ${momentInWords(savedAt)} by ${savedBy ?? 'Heed'}` : ''
}
