import type { Trx } from '../platform/database/database.ts'
import { PARAGRAPHS } from '../meetings/schedule-12a.ts'
import { recommendationName, type LetterAbout, type LetterRecord } from './letter-record.ts'

/** What a letter can be about: the recommendation that the form was opened from, and the reviews of the council. */
export interface LetterMatters {
  recommendation: { id: string; reviewId: string; name: string; /** The address of the letters about it. */ letters: string } | null
  reviews: { id: string; title: string }[]
}

export async function letterMatters(trx: Trx, about: string): Promise<LetterMatters> {
  const reviews = await trx.selectFrom('review_now').select(['review_id', 'title']).orderBy('title').execute()
  const id = /^recommendation:([0-9a-f-]{36})$/.exec(about)?.[1]
  const row = id
    ? await trx
        .selectFrom('recommendation_now as r')
        .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'r.council_id').onRef('v.review_id', '=', 'r.review_id'))
        .leftJoin('recommendation_now as whole', (join) =>
          join.onRef('whole.council_id', '=', 'r.council_id').onRef('whole.recommendation_id', '=', 'r.parent_id'),
        )
        .select(['r.recommendation_id', 'r.review_id', 'r.ref', 'r.slug', 'whole.ref as whole_ref', 'v.title', 'v.slug as review_slug'])
        .where('r.recommendation_id', '=', id)
        .executeTakeFirst()
    : undefined
  return {
    recommendation: row
      ? {
          id: row.recommendation_id,
          reviewId: row.review_id,
          name: `${recommendationName(row.ref, row.whole_ref)} of ${row.title}`,
          letters: `/reviews/${row.review_slug}/recommendations/${row.slug}/letters`,
        }
      : null,
    reviews: reviews.map(({ review_id, title }) => ({ id: review_id, title })),
  }
}

export function aboutChoices({ recommendation, reviews }: LetterMatters): { value: string; text: string }[] {
  return [
    ...(recommendation ? [{ value: `recommendation:${recommendation.id}`, text: recommendation.name }] : []),
    ...reviews.map(({ id, title }) => ({ value: `review:${id}`, text: `The review ${title}` })),
  ]
}

interface Asked {
  direction: 'out' | 'in'
  kind: LetterAbout['kind']
  about: string
  exempt: readonly string[]
}

/** What a form says that a letter is about. An answer is about what the letter that it answers is about, and as exempt. */
export function aboutByForm({ direction, kind, about, exempt }: Asked, matters: LetterMatters, replyTo: LetterRecord | null): LetterAbout {
  const reviewId = /^review:(.+)$/.exec(about)?.[1]
  const chosen = PARAGRAPHS.filter((paragraph) => exempt.includes(String(paragraph)))
  const paragraphs = new Set([...chosen, ...(replyTo?.exemptParagraphs ?? [])])
  return {
    direction,
    kind,
    recommendationId: replyTo?.recommendationId ?? (about.startsWith('recommendation:') ? (matters.recommendation?.id ?? null) : null),
    reviewId: replyTo?.reviewId ?? (matters.reviews.some(({ id }) => id === reviewId) ? reviewId! : null),
    meetingId: replyTo?.meetingId ?? null,
    replyToId: replyTo?.id ?? null,
    exemptParagraphs: [...paragraphs].toSorted((a, b) => a - b),
  }
}
