import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isExempt } from '../meetings/agenda.ts'
import { breadcrumbsOf } from '../meetings/agenda.pages.tsx'
import { paperFormat, sendFile } from '../platform/web/send-paper.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { today } from '../platform/core/calendar-date.ts'
import { DownloadList, listDownloads } from '../platform/web/list-download.tsx'
import { Button } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText, Lines, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { captionOf, meetingAt } from './attendance.pages.tsx'
import { decisionList, decisionPaper, disconnectWords, linesDecided } from './decision-list.ts'
import { decisionWords } from './decision.ts'
import { moved, NamedLine } from './line.views.tsx'
import { loadRoom, type Room } from './room.queries.ts'

/** What a list of decisions can be taken as beside a spreadsheet. */
const PRINTED = ['word', 'pdf', 'html'] as const

/** What a meeting decided, line by line, to look at and to take away. */
export async function decisionListPages(app: FastifyInstance): Promise<void> {
  app.get('/meetings/:slug/decisions', async (request, reply) => {
    const room = await roomOf(request)
    return reply.page(
      { title: 'Decisions', caption: captionOf(room.meeting), under: '/papers', breadcrumbs: breadcrumbsOf(room.meeting), wide: true },
      <DecisionList room={room} />,
    )
  })
  listDownloads(app, '/meetings/:slug/decisions', async (request) => decisionList(await roomOf(request), today(app.clock())))
  for (const format of PRINTED) {
    const { ending, type, write } = paperFormat(format)
    app.get(`/meetings/:slug/decisions/${format}`, async (request, reply) => {
      const room = await roomOf(request)
      return sendFile(
        reply,
        `${room.meeting.slug} decisions`,
        ending,
        type,
        await write(decisionPaper(room, officerOf(request).council.name)),
      )
    })
  }
}

function roomOf(request: FastifyRequest): Promise<Room> {
  return inOfficersCouncil(request, async (trx) => loadRoom(trx, await meetingAt(trx, request)))
}

function DecisionList({ room }: { room: Room }) {
  const lines = linesDecided(room)
  const address = `/meetings/${room.meeting.slug}/decisions`
  if (!lines.some(({ decision }) => decision))
    return (
      <EmptyState title="Nothing is decided yet">
        <p class="govuk-body">What the meeting decides in the room stands here.</p>
        <Button text="Go to the room" href={`/meetings/${room.meeting.slug}/room`} />
      </EmptyState>
    )
  return (
    <>
      <InsetText>{disconnectWords(lines)}</InsetText>
      <Table
        caption="What was decided"
        hiddenCaption
        rows={lines}
        columns={[
          {
            head: 'Line',
            names: true,
            width: 'third',
            cell: ({ line }) => (
              <>
                <NamedLine room={room} line={line} />
                {isExempt(line.agendaItem) && <Tag colour="red">Exempt</Tag>}
              </>
            ),
          },
          { head: 'Claimed', cell: ({ claimed }) => claimed || '–' },
          {
            head: 'Decided',
            width: 'third',
            cell: ({ decision, disconnect }) =>
              decision ? (
                <>
                  {decisionWords(decision)} {disconnect && <Tag colour="orange">Another grade</Tag>}
                  {decision.words && <Lines text={decision.words} />}
                  {moved(room, decision) && <span class="decisions-note">{moved(room, decision)}</span>}
                  {decision.warned && <span class="decisions-note">{`Recorded all the same: ${decision.warned}`}</span>}
                </>
              ) : (
                <span class="decisions-quiet">Not decided</span>
              ),
          },
          { head: 'Minute', cell: ({ decision }) => decision?.minuteReference || '–' },
        ]}
      />
      <DownloadList address={address} of="these decisions" />
      <p class="govuk-body heed-download">
        {'As a paper, without what is exempt: '}
        {PRINTED.map((format, at) => (
          <>
            {at > 0 && ', '}
            <a class="govuk-link" href={`${address}/${format}`}>
              <span class="govuk-visually-hidden">Decisions as </span>
              {{ word: 'Word', pdf: 'PDF', html: 'HTML' }[format]}
            </a>
          </>
        ))}
      </p>
    </>
  )
}
