import { inWords } from '../platform/core/calendar-date.ts'
import { Lines } from '../platform/web/page-parts.tsx'
import type { ReadAction, ReadRecommendation, ReadUpdate } from '../reading/reading.ts'
import { GradeTag } from '../scales/grade-tag.tsx'
import { ANSWER_NAMES, timescaleInWords } from './reading-words.ts'

/** What Heed read of one recommendation: every field that it found, and the two that no recommendation should lack even when they are missing. */
export function ReadingCard({ read }: { read: ReadRecommendation }) {
  const refs = [
    ...(read.paragraph_refs ?? []).map((ref) => `paragraph ${ref}`),
    ...(read.cross_refs ?? []).map((ref) => `recommendation ${ref}`),
    ...(read.external_refs ?? []),
  ]
  return (
    <div class="imports-card">
      {read.theme && <p class="imports-card__theme">{read.theme}</p>}
      <Lines text={read.text || 'No wording was read.'} />
      {read.parts && (
        <ol class="imports-card__parts">
          {read.parts.map((part) => (
            <li>
              <b>{part.ref})</b> {part.text}
            </li>
          ))}
        </ol>
      )}
      <dl class="imports-card__fields">
        <Field name="Owner">{ownersOf(read)}</Field>
        <Field name="When">
          {read.due.length === 0 ? <span class="heed-none">None read</span> : read.due.map((due) => <div>{timescaleInWords(due)}</div>)}
        </Field>
        {read.response && (
          <Field name="Response">
            {read.response.answer && <b>{ANSWER_NAMES[read.response.answer]}</b>}
            <Lines text={read.response.text ?? ''} />
          </Field>
        )}
        {read.success_measure && (
          <Field name="Success measure">
            <Lines text={read.success_measure} />
          </Field>
        )}
        {read.why_important && (
          <Field name="Why it matters">
            <Lines text={read.why_important} />
          </Field>
        )}
        {read.what_good_looks_like && (
          <Field name="What good looks like">
            <Lines text={read.what_good_looks_like} />
          </Field>
        )}
        {refs.length > 0 && <Field name="Refers to">{refs.join(', ')}</Field>}
      </dl>
      {read.actions.length > 0 && <Actions actions={read.actions} />}
      {read.updates.map((update) => (
        <Update update={update} />
      ))}
    </div>
  )
}

function ownersOf(read: ReadRecommendation) {
  if (read.owner_parts?.length)
    return read.owner_parts.map(({ part, owner }) => (
      <div>
        {part}) {owner}
      </div>
    ))
  return read.owners.length > 0 ? read.owners.join('; ') : <span class="heed-none">None read</span>
}

function Field({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Actions({ actions }: { actions: readonly ReadAction[] }) {
  return (
    <>
      <h3 class="imports-card__head">{actions.length === 1 ? 'Action' : `${actions.length} actions`}</h3>
      <ol class="imports-card__actions">
        {actions.map((action) => (
          <li>
            <Lines text={[action.ref, action.text].filter(Boolean).join(' ')} />
            <p class="imports-card__small">
              {[
                action.part && `part ${action.part}`,
                action.owners.join('; ') || 'no owner read',
                action.due ? timescaleInWords(action.due) : 'no date read',
                action.budget && `budget: ${action.budget}`,
                action.measures?.length && `measured by: ${action.measures.join('; ')}`,
                typeof action.percent_complete === 'number' && `${action.percent_complete}% complete`,
                action.rag,
                action.outcome && `outcome: ${action.outcome}`,
                action.performance,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

function Update({ update }: { update: ReadUpdate }) {
  return (
    <section class="imports-card__update">
      <h3 class="imports-card__head">
        {update.round || 'Update'}
        {update.presented_on && `, ${inWords(update.presented_on)}`}
        {update.part && `, part ${update.part}`}
        {update.action && `, action ${update.action}`}{' '}
        <GradeTag
          meaning={update.grade}
          label={update.assessment_text && update.assessment_text.length < 40 ? update.assessment_text : undefined}
        />
      </h3>
      {update.evidence ? <Lines text={update.evidence} /> : <p class="heed-none">No evidence</p>}
      <dl class="imports-card__fields">
        {update.assessment_text && update.assessment_text.length >= 40 && (
          <Field name="Assessment">
            <Lines text={update.assessment_text} />
          </Field>
        )}
        {update.explanation && (
          <Field name="Explanation">
            <Lines text={update.explanation} />
          </Field>
        )}
        {update.impact && (
          <Field name="Impact">
            <Lines text={update.impact} />
          </Field>
        )}
        {update.revised_due && <Field name="New date">{timescaleInWords(update.revised_due)}</Field>}
      </dl>
    </section>
  )
}
