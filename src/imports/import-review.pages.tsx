import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { refuseUnless } from '../platform/core/refusal.ts'
import { longText, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import {
  mergeWithPrevious,
  recommendationAt,
  reviewAt,
  splitRecommendation,
  withAddedRecommendation,
  withoutRecommendation,
  withRecommendation,
} from './correct-reading.ts'
import { onVersion, trail } from './import.pages.tsx'
import { ReviewBeside } from './import-review.views.tsx'
import { MergeQuestion, RemovalQuestion, SplitQuestion } from './recommendation-questions.views.tsx'
import type { ImportRecord } from './import.ts'
import { correctByForm, openImport } from './open-import.ts'
import { fieldsChanged, keyOf, recommendationFilled, recommendationForm, recommendationTyped } from './read-recommendation.form.ts'
import { RecommendationForm } from './recommendation-form.views.tsx'
import { brief } from './reading-words.ts'

interface OfReview {
  id: string
  n: number
  m: number
}

const MOVED =
  'This recommendation has moved: since you opened the page another one was merged, split or taken out. Copy what you typed, and open the recommendation again from the import.'

/** One review beside its rows, and the correction of each recommendation in it. */
export async function importReviewPages(app: FastifyInstance): Promise<void> {
  app.get('/imports/:id/reviews/:n', (request, reply) => showReview(request, reply, paramsOf(request)))

  app.get('/imports/:id/reviews/:n/recommendations/:m', (request, reply) => showRecommendation(request, reply, paramsOf(request)))
  app.post('/imports/:id/reviews/:n/recommendations/:m', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: recommendationForm,
      again: (form) => showRecommendation(request, reply, at, form),
      change: ({ reading }, typed) => {
        const was = recommendationAt(reading, at.n, at.m)
        refuseUnless(keyOf(was) === typed.of, 'conflict', MOVED)
        const now = recommendationTyped(typed, was)
        const changed = fieldsChanged(was, now)
        const words = `Recommendation ${now.ref || brief(now.text, 40)}: ${changed.join(', ') || 'looked at, nothing changed'}`
        return {
          reading: withRecommendation(reading, at.n, at.m, now),
          words,
          goTo: reviewAddress(at, at.m),
          say: 'Your correction is kept.',
        }
      },
    })
  })

  app.get('/imports/:id/reviews/:n/recommendations/:m/merge', (request, reply) => showMerge(request, reply, paramsOf(request)))
  app.post('/imports/:id/reviews/:n/recommendations/:m/merge', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: onVersion,
      again: (form) => showMerge(request, reply, at, form),
      change: ({ reading }) => {
        const { ref } = recommendationAt(reading, at.n, at.m)
        const before = recommendationAt(reading, at.n, Math.max(at.m - 1, 1)).ref
        const words = `Joined ${ref || 'a recommendation'} to ${before || 'the one before it'}`
        return { reading: mergeWithPrevious(reading, at.n, at.m), words, goTo: reviewAddress(at, at.m - 1), say: `${words}.` }
      },
    })
  })

  const splitForm = onVersion.extend({
    line: z.coerce.number('Choose the line that begins the second recommendation'),
    ref: text('Enter the reference of the second recommendation', 50),
  })
  app.get('/imports/:id/reviews/:n/recommendations/:m/split', (request, reply) => showSplit(request, reply, paramsOf(request)))
  app.post('/imports/:id/reviews/:n/recommendations/:m/split', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: splitForm,
      again: (form) => showSplit(request, reply, at, form),
      change: ({ reading }, { line, ref }) => {
        const words = `Split ${recommendationAt(reading, at.n, at.m).ref || 'a recommendation'}: ${ref} made of it`
        return { reading: splitRecommendation(reading, at.n, at.m, line, ref), words, goTo: reviewAddress(at, at.m + 1), say: `${words}.` }
      },
    })
  })

  app.get('/imports/:id/reviews/:n/recommendations/:m/removal', (request, reply) => showRemoval(request, reply, paramsOf(request)))
  app.post('/imports/:id/reviews/:n/recommendations/:m/removal', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: onVersion,
      again: (form) => showRemoval(request, reply, at, form),
      change: ({ reading }) => {
        const { ref, text: wording } = recommendationAt(reading, at.n, at.m)
        const words = `Taken out, not a recommendation: ${brief([ref, wording].filter(Boolean).join(' '), 60)}`
        return {
          reading: withoutRecommendation(reading, at.n, at.m),
          words,
          goTo: reviewAddress(at),
          say: 'It was taken out. Its words are with those that found no field.',
        }
      },
    })
  })

  const addForm = onVersion.extend({
    ref: text('Enter its reference, as printed', 50),
    text: longText('Enter the wording of the recommendation'),
    after: z.coerce.number().int().min(0),
  })
  app.post('/imports/:id/reviews/:n/adding', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: addForm,
      again: (form) => showReview(request, reply, at, form),
      change: ({ reading }, { ref, text: wording, after }) => {
        const added = { ref, text: wording, owners: [], due: [], actions: [], updates: [] }
        const m = Math.min(after, reviewAt(reading, at.n).recommendations.length)
        return {
          reading: withAddedRecommendation(reading, at.n, m, added),
          words: `Added recommendation ${ref}`,
          goTo: `/imports/${at.id}/reviews/${at.n}/recommendations/${m + 1}`,
          say: `Recommendation ${ref} was added. Fill in the rest of it.`,
        }
      },
    })
  })
}

function paramsOf(request: FastifyRequest): OfReview {
  const { id, n, m } = request.params as { id: string; n: string; m?: string }
  return { id, n: Number(n) || 0, m: Number(m) || 0 }
}

function reviewAddress({ id, n }: OfReview, m?: number): string {
  return `/imports/${id}/reviews/${n}${m ? `#recommendation-${m}` : ''}`
}

const titleOf = (found: ImportRecord, n: number) => reviewAt(found.reading, n).title || 'A review without a title'

async function showReview(request: FastifyRequest, reply: FastifyReply, { id, n }: OfReview, form?: FilledForm): Promise<FastifyReply> {
  const { found, source } = await openImport(request, id)
  return reply.page(
    {
      title: titleOf(found, n),
      caption: found.document.name,
      under: '/imports',
      wide: true,
      breadcrumbs: trail(found),
      ...(form && { form }),
    },
    <ReviewBeside
      found={found}
      n={n}
      source={source}
      form={form ?? filledForm({ after: reviewAt(found.reading, n).recommendations.length })}
    />,
  )
}

async function showRecommendation(request: FastifyRequest, reply: FastifyReply, at: OfReview, form?: FilledForm): Promise<FastifyReply> {
  const { found, source } = await openImport(request, at.id)
  const read = recommendationAt(found.reading, at.n, at.m)
  return reply.page(
    {
      title: `Correct recommendation ${read.ref || at.m}`,
      caption: titleOf(found, at.n),
      under: '/imports',
      wide: true,
      back: { text: 'Back to the review', href: reviewAddress(at, at.m) },
      ...(form && { form }),
    },
    <RecommendationForm found={found} n={at.n} m={at.m} source={source} form={form ?? recommendationFilled(read, found.version)} />,
  )
}

async function showMerge(request: FastifyRequest, reply: FastifyReply, at: OfReview, form?: FilledForm): Promise<FastifyReply> {
  const { found } = await openImport(request, at.id)
  const read = recommendationAt(found.reading, at.n, at.m)
  const before = recommendationAt(found.reading, at.n, at.m - 1)
  return reply.page(
    {
      title: 'Join it to the one before?',
      caption: titleOf(found, at.n),
      under: '/imports',
      wide: true,
      back: { text: 'Back to the review', href: reviewAddress(at, at.m) },
      ...(form && { form }),
    },
    <MergeQuestion
      version={found.version}
      before={before}
      read={read}
      merged={recommendationAt(mergeWithPrevious(found.reading, at.n, at.m), at.n, at.m - 1)}
    />,
  )
}

async function showSplit(
  request: FastifyRequest,
  reply: FastifyReply,
  at: OfReview,
  form: FilledForm = filledForm(),
): Promise<FastifyReply> {
  const { found } = await openImport(request, at.id)
  const read = recommendationAt(found.reading, at.n, at.m)
  return reply.page(
    {
      title: `Make two of recommendation ${read.ref || at.m}`,
      caption: titleOf(found, at.n),
      under: '/imports',
      back: { text: 'Back to the review', href: reviewAddress(at, at.m) },
      form,
    },
    <SplitQuestion version={found.version} read={read} form={form} correct={`/imports/${at.id}/reviews/${at.n}/recommendations/${at.m}`} />,
  )
}

async function showRemoval(
  request: FastifyRequest,
  reply: FastifyReply,
  at: OfReview,
  form: FilledForm = filledForm(),
): Promise<FastifyReply> {
  const { found } = await openImport(request, at.id)
  const read = recommendationAt(found.reading, at.n, at.m)
  return reply.page(
    {
      title: 'Is this not a recommendation?',
      caption: titleOf(found, at.n),
      under: '/imports',
      back: { text: 'Back to the review', href: reviewAddress(at, at.m) },
      form,
    },
    <RemovalQuestion version={found.version} read={read} />,
  )
}
