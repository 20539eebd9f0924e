import type { FastifyRequest } from 'fastify'
import type { SentForm } from './form.ts'
import { SummaryList } from './page-parts.tsx'

/** What a person typed into a form that could not be taken: by the name of its field, in words, never a password. */
export interface Typed {
  of: string
  words: string
}

const SECRET = /password|secret/i
/** Keys, versions and which button it was: the page itself put them into the form, nobody typed them. */
const OWN = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|version|\d{1,6})$/i
const MOST_FIELDS = 200

/** What was typed into the form that was sent; nothing where another site sent it, so that it cannot put its words on a page of Heed's. */
export function typedInto(request: FastifyRequest): Typed[] {
  const from = request.headers['sec-fetch-site']
  const body = request.body
  if (typeof body !== 'object' || body === null || (from !== undefined && from !== 'same-origin')) return []
  return Object.entries(body as SentForm)
    .filter(([name]) => !name.startsWith('_') && name !== 'then' && !SECRET.test(name))
    .flatMap(([name, value]) =>
      [value].flat().map((each) => ({ of: fieldInWords(name), words: typeof each === 'string' ? each.trim() : '' })),
    )
    .filter(({ words }) => words !== '' && !OWN.test(words))
    .slice(0, MOST_FIELDS)
}

/** `updates.0.newDateReason` becomes `Updates 1: new date reason`. */
function fieldInWords(name: string): string {
  const words = name
    .split('.')
    .map((step) =>
      /^\d+$/.test(step)
        ? String(Number(step) + 1)
        : step
            .replace(/([a-z])([A-Z])/g, '$1 $2')
            .replace(/[-_]/g, ' ')
            .toLowerCase(),
    )
    .join(' ')
  return words.replace(/^./, (letter) => letter.toUpperCase())
}

/** What was typed, so that it can be copied and is not lost. */
export function WhatWasTyped({ typed }: { typed: readonly Typed[] }) {
  if (typed.length === 0) return null
  const isLong = ({ words }: Typed) => words.length > 60 || words.includes('\n')
  const brief = typed.filter((one) => !isLong(one))
  return (
    <>
      <h2 class="govuk-heading-m">What you typed</h2>
      <p class="govuk-body">It was not saved. Copy it from here, so that it is not lost when you leave this page.</p>
      {typed.filter(isLong).map(({ of, words }, index) => (
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for={`typed-${index}`}>
            {of}
          </label>
          <textarea class="govuk-textarea" id={`typed-${index}`} rows={Math.min(14, 3 + Math.ceil(words.length / 80))} readOnly>
            {words}
          </textarea>
        </div>
      ))}
      {brief.length > 0 && <SummaryList rows={brief.map(({ of, words }) => ({ key: of, value: words }))} />}
    </>
  )
}
