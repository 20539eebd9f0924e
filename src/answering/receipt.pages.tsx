import type { FastifyInstance } from 'fastify'
import { askedOf, inAskedCouncil, type Asked } from '../asking/asked.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { Button, Buttons } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { EmptyState } from '../platform/web/page-parts.tsx'
import { saysSomething } from '../rounds/standing.ts'
import { lineName } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { typedFrom } from './answer.ts'
import { AnswerSaid } from './answer-form.views.tsx'
import { wantsAnswer, type AskedLine } from './asked-line.ts'
import { askedRound } from './asked-round.ts'
import { ChangeAnswer, LineTag } from './asked.views.tsx'

type OfAsking = { Params: { asking: string } }

/** What was sent, when, and what happens next. */
export async function receiptPages(app: FastifyInstance): Promise<void> {
  app.get<OfAsking>('/asked/:asking/receipt', { config: { open: true } }, async (request, reply) => {
    const link = askedOf(request)
    const { round, lines } = await inAskedCouncil(request, (trx) => askedRound(trx, link))
    return reply.page(
      {
        title: 'What you have sent',
        caption: round.name,
        back: { text: 'Your updates', href: `/asked/${link.askingId}` },
        scripts: ['answering/print-page.ts'],
      },
      <Receipt asked={link} round={round} lines={lines} />,
    )
  })
}

interface ReceiptProps {
  asked: Asked
  round: RoundRecord
  lines: readonly AskedLine[]
}

function Receipt(props: ReceiptProps) {
  const { asked, round, lines } = props
  const answered = lines.filter(({ standing }) => saysSomething(standing.state))
  const left = lines.filter((line) => wantsAnswer(line, round))
  if (answered.length === 0)
    return (
      <EmptyState title="Nothing has been sent yet">
        <p class="govuk-body">Once you have checked and sent your answers, they stand here.</p>
        <Button text="Answer" href={`/asked/${asked.askingId}`} />
      </EmptyState>
    )
  return (
    <>
      <Next {...props} />
      {left.length > 0 && (
        <>
          <p class="govuk-body">{`Still to answer: ${left.map(({ line }) => lineName(line)).join('; ')}.`}</p>
          <Buttons>
            <Button text="Answer the rest" href={`/asked/${asked.askingId}`} />
          </Buttons>
        </>
      )}
      {answered.map((one) => (
        <Sent {...props} answer={one} />
      ))}
      <button type="button" class="govuk-button govuk-button--secondary answering-print" data-print>
        Print this page
      </button>
    </>
  )
}

function Next({ round }: ReceiptProps) {
  const meeting = `${round.meeting.committeeName} on ${inWords(round.presentedOn)}`
  if (round.state !== 'open') return <p class="govuk-body">{`This round is ${round.state}. What stands here goes before ${meeting}.`}</p>
  return (
    <>
      <h2 class="govuk-heading-m">What happens next</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>An officer of {round.council} reads your answers. If one raises a question, you get a message with the same link.</li>
        <li>Until an answer is accepted you can change it here.</li>
        <li>{`Accepted answers go before ${meeting}.`}</li>
      </ul>
    </>
  )
}

function Sent({ asked, round, lines, answer }: ReceiptProps & { answer: AskedLine }) {
  const { line, given, standing } = answer
  return (
    <section class="answering-line" aria-labelledby={`sent-${line.itemId}`}>
      {round.reviews.length > 1 && <span class="govuk-caption-m">{line.review.title}</span>}
      <h2 class="govuk-heading-m" id={`sent-${line.itemId}`}>
        {`${lineName(line)} `}
        <LineTag line={answer} />
      </h2>
      <p class="govuk-body">
        {given && given.version === standing.version
          ? `Sent by ${given.by}, ${momentInWords(given.at)}.`
          : `Written by ${line.update.savedBy ?? 'an officer'}${standing.savedAt ? `, ${momentInWords(standing.savedAt)}` : ''}.`}
      </p>
      <AnswerSaid typed={typedFrom(line.update, line)} line={line} />
      {given &&
        given.version === standing.version &&
        given.explained.map(({ reason }) => <p class="govuk-body">{`Left as it is, because: ${reason}`}</p>)}
      {standing.state === 'accepted' && (
        <p class="govuk-body">{`Accepted, so it can no longer be changed here. If something in it is wrong, tell ${round.contact || round.council}.`}</p>
      )}
      <ChangeAnswer asked={asked} round={round} lines={lines} line={answer} />
    </section>
  )
}
