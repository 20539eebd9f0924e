import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../platform/core/refusal.ts'
import type { FilledForm } from '../platform/web/form.ts'
import type { Reading, ReadMeeting } from '../reading/reading.ts'
import { reviewAt, withReview } from './correct-reading.ts'
import { openImport, correctByForm } from './open-import.ts'
import {
  documentFilled,
  documentForm,
  documentTyped,
  meetingFilled,
  meetingForm,
  meetingTyped,
  reviewFilled,
  reviewForm,
  reviewTyped,
} from './particulars.form.ts'
import { DocumentForm, MeetingForm, ReviewForm } from './particulars.views.tsx'

/** What is said of the whole document, of a review but for its recommendations, and of a meeting. */
export async function particularsPages(app: FastifyInstance): Promise<void> {
  app.get('/imports/:id/particulars', (request, reply) => showDocument(request, reply, paramsOf(request).id))
  app.post('/imports/:id/particulars', (request, reply) => {
    const { id } = paramsOf(request)
    return correctByForm(request, reply, {
      id,
      schema: documentForm,
      again: (form) => showDocument(request, reply, id, form),
      change: ({ reading }, typed) => ({
        reading: documentTyped(typed, reading),
        words: 'Council, committee and date of the document',
        goTo: `/imports/${id}`,
        say: 'Your correction is kept.',
      }),
    })
  })

  app.get('/imports/:id/reviews/:n/particulars', (request, reply) => showReview(request, reply, paramsOf(request)))
  app.post('/imports/:id/reviews/:n/particulars', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: reviewForm,
      again: (form) => showReview(request, reply, at, form),
      change: ({ reading }, typed) => ({
        reading: withReview(reading, at.n, reviewTyped(typed, reviewAt(reading, at.n))),
        words: `${typed.title}: title, scale or themes`,
        goTo: `/imports/${at.id}/reviews/${at.n}`,
        say: 'Your correction is kept.',
      }),
    })
  })

  app.get('/imports/:id/meetings/:n', (request, reply) => showMeeting(request, reply, paramsOf(request)))
  app.post('/imports/:id/meetings/:n', (request, reply) => {
    const at = paramsOf(request)
    return correctByForm(request, reply, {
      id: at.id,
      schema: meetingForm,
      again: (form) => showMeeting(request, reply, at, form),
      change: ({ reading }, typed) => ({
        reading: { ...reading, meetings: reading.meetings.with(at.n - 1, meetingTyped(typed, meetingAt(reading, at.n))) },
        words: `Meeting of ${typed.body}`,
        goTo: `/imports/${at.id}`,
        say: 'Your correction is kept.',
      }),
    })
  })
}

function paramsOf(request: FastifyRequest): { id: string; n: number } {
  const { id, n } = request.params as { id: string; n?: string }
  return { id, n: Number(n) || 0 }
}

function meetingAt(reading: Reading, n: number): ReadMeeting {
  return reading.meetings[n - 1] ?? refuse('not-found', 'This import has no such meeting.')
}

async function showDocument(request: FastifyRequest, reply: FastifyReply, id: string, form?: FilledForm): Promise<FastifyReply> {
  const { found } = await openImport(request, id)
  const shown = form ?? documentFilled(found.reading)
  return reply.page(
    {
      title: 'Whose document it is',
      caption: found.document.name,
      under: '/imports',
      back: { text: 'Back to the import', href: `/imports/${id}` },
      form: shown,
    },
    <DocumentForm form={shown} version={found.version} />,
  )
}

async function showReview(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, n }: { id: string; n: number },
  form?: FilledForm,
): Promise<FastifyReply> {
  const { found } = await openImport(request, id)
  const review = reviewAt(found.reading, n)
  const shown = form ?? reviewFilled(review)
  return reply.page(
    {
      title: 'Title, scale and themes',
      caption: review.title,
      under: '/imports',
      back: { text: 'Back to the review', href: `/imports/${id}/reviews/${n}` },
      form: shown,
    },
    <ReviewForm form={shown} version={found.version} />,
  )
}

async function showMeeting(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, n }: { id: string; n: number },
  form?: FilledForm,
): Promise<FastifyReply> {
  const { found } = await openImport(request, id)
  const meeting = meetingAt(found.reading, n)
  const shown = form ?? meetingFilled(meeting)
  return reply.page(
    {
      title: 'Correct the meeting',
      caption: meeting.body,
      under: '/imports',
      back: { text: 'Back to the import', href: `/imports/${id}` },
      form: shown,
    },
    <MeetingForm form={shown} version={found.version} />,
  )
}
