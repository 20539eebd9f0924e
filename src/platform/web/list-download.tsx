import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify'
import { slugOf } from '../core/slug.ts'
import type { OutgoingList } from '../documents/outgoing-list.ts'
import { streamCsv } from '../documents/stream-csv.ts'
import { streamXlsx } from '../documents/stream-xlsx.ts'

const KINDS = {
  csv: { words: 'CSV', type: 'text/csv; charset=utf-8', stream: streamCsv },
  xlsx: { words: 'Excel', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', stream: streamXlsx },
} as const
const ENDINGS = ['csv', 'xlsx'] as const

/**
 * Gives a page's list as CSV and Excel, at the page's address with `.csv` and `.xlsx`: `load` reads the same query as the page, so that the file holds what
 * the page lists, in its order. The rows go out as they come; the file says what it is of and when it was taken.
 */
export function listDownloads<Row>(
  app: FastifyInstance,
  address: string,
  load: (request: FastifyRequest) => Promise<OutgoingList<Row>>,
  options: RouteShorthandOptions = {},
): void {
  for (const ending of ENDINGS)
    app.get(`${address}.${ending}`, options, async (request, reply) => {
      const list = await load(request)
      return reply
        .type(KINDS[ending].type)
        .header('content-disposition', `attachment; filename="${slugOf(list.name, 'list', 80)}-${list.takenOn}.${ending}"`)
        .send(Readable.from(KINDS[ending].stream(list), { objectMode: false }))
    })
}

interface DownloadListProps {
  /** The list's own address, without its query. */
  address: string
  /** What it is narrowed to and ordered by, as the page's own address says it. */
  query?: Record<string, string>
  /** What the list is, where a page has several. */
  of?: string
}

/** `Download this list: CSV, Excel` under a list. */
export function DownloadList({ address, query = {}, of = 'this list' }: DownloadListProps) {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return (
    <p class="govuk-body heed-download">
      {`Download ${of}: `}
      {ENDINGS.map((ending, at) => (
        <>
          {at > 0 && ', '}
          <a class="govuk-link" href={`${address}.${ending}${asked && `?${asked}`}`}>
            <span class="govuk-visually-hidden">{`${of} as `}</span>
            {KINDS[ending].words}
          </a>
        </>
      ))}
    </p>
  )
}
