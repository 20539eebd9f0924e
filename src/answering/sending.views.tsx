import type { Asked } from '../asking/asked.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, TextArea } from '../platform/web/form-fields.tsx'
import { InsetText, Lines, WarningText } from '../platform/web/page-parts.tsx'
import { lineName } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { AnswerSaid, BothOnRecord } from './answer-form.views.tsx'
import { pageOfLine, type AskedLine } from './asked-line.ts'
import { ReceiptLink, RoundOver } from './asked.views.tsx'
import type { LineToMend, LineToSend, Sending } from './lines-to-send.ts'
import { isOwners, OwnerFinding } from './owner-findings.tsx'

interface SendingPageProps {
  asked: Asked
  round: RoundRecord
  lines: readonly AskedLine[]
  sending: Sending
  form: FilledForm
}

/** Everything as it would stand, with what was noticed in it. */
export function SendingPage(props: SendingPageProps) {
  const { asked, round, lines, sending, form } = props
  const { ready, mend, left, done } = sending
  const change = (itemId: string) => `${pageOfLine(asked.askingId, lines, itemId)}#line-${itemId}`
  return (
    <>
      <RoundOver round={round} />
      {ready.length === 0 && mend.length === 0 && round.state === 'open' && (
        <InsetText>
          {left.length > 0
            ? 'Nothing is written yet, so there is nothing to send.'
            : 'Everything you were asked is answered, and nothing has been written since.'}
        </InsetText>
      )}
      {ready.length === 0 && mend.length === 0 && left.length > 0 && round.state === 'open' && (
        <Button text="Go back and answer" href={`/asked/${asked.askingId}`} />
      )}
      {round.state !== 'open' && <Unsent lines={lines} />}
      {mend.map((one) => (
        <ToMend {...one} href={change(one.one.line.itemId)} />
      ))}
      {ready.length > 0 && (
        <Form label="Send your answers" working="Sending your answers…">
          {ready.map((one) => (
            <ToSend {...one} form={form} href={change(one.one.line.itemId)} />
          ))}
          <Later left={left} mend={mend} />
          <Button text={ready.length === 1 ? 'Send this answer' : `Send these ${ready.length} answers`} />
        </Form>
      )}
      {ready.length === 0 && <Later left={left} mend={mend} />}
      {done.length > 0 && (
        <p class="govuk-body">{`Answered before, and unchanged: ${done.map(({ line }) => lineName(line)).join('; ')}.`}</p>
      )}
      {lines.some(({ given }) => given) && <ReceiptLink asked={asked} />}
    </>
  )
}

function ToSend({ one, draft, findings, explain, beside, form, href }: LineToSend & { form: FilledForm; href: string }) {
  const { line } = one
  const others = findings.filter((finding) => isOwners(finding) && !finding.override && !explain.some((each) => each.finding === finding))
  return (
    <section class="answering-line" aria-labelledby={`sending-${line.itemId}`}>
      <input type="hidden" name={`drafts.${line.itemId}`} value={`${draft.id}.${draft.revision}`} />
      <h2 class="govuk-heading-m" id={`sending-${line.itemId}`}>
        {lineName(line)}
      </h2>
      <AnswerSaid typed={draft.typed} line={line} />
      {beside.length > 0 && (
        <InsetText>
          <p class="govuk-body">This stands under the choice that you did not make, so it is not sent. Copy it if you need it.</p>
          <Lines text={beside.join('\n')} />
        </InsetText>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Change<span class="govuk-visually-hidden">{` the answer to ${lineName(line)}`}</span>
        </a>
      </p>
      {explain.map(({ field, finding }) => (
        <>
          <OwnerFinding finding={finding} line={line} />
          <TextArea
            form={form}
            name={field}
            label="If it should stay as it is, say why"
            hint={`${lineName(line)}. The officer reads this, and may show it to the committee.`}
            rows={2}
          />
        </>
      ))}
      {others.map((finding) => (
        <OwnerFinding finding={finding} line={line} />
      ))}
    </section>
  )
}

const WHY = {
  faulty: 'Something in this line has to be mended before it can be sent.',
  'two-texts': 'There are two texts of this line. Keep one of them, then it can be sent.',
  overtaken: 'Somebody else saved this line meanwhile. Put together what should stand, then it can be sent.',
}

function ToMend({ one, draft, why, faults, href }: LineToMend & { href: string }) {
  const { line } = one
  return (
    <section class="answering-line" aria-labelledby={`mending-${line.itemId}`}>
      <h2 class="govuk-heading-m" id={`mending-${line.itemId}`}>
        {`${lineName(line)}: not ready`}
      </h2>
      <WarningText>{WHY[why]}</WarningText>
      {faults.map((fault) => (
        <p class="govuk-body">{fault}</p>
      ))}
      {why === 'overtaken' && <BothOnRecord asked={one} typed={draft.typed} />}
      <p class="govuk-body">
        <a class="govuk-link" href={why === 'faulty' ? href.replace('#', '?mend=yes#') : href}>
          {why === 'faulty' ? 'Mend it' : 'Put it together'}
          <span class="govuk-visually-hidden">{`: ${lineName(line)}`}</span>
        </a>
      </p>
    </section>
  )
}

/** What is not sent now, and that this is all right. */
function Later({ left, mend }: Pick<Sending, 'left' | 'mend'>) {
  const names = [...mend.map(({ one }) => one), ...left].map(({ line }) => lineName(line))
  if (names.length === 0) return null
  return (
    <p class="govuk-body">{`Left for later: ${names.join('; ')}. You can send ${names.length === 1 ? 'it' : 'them'} by the same link.`}</p>
  )
}

/** What was written for a round that is over: kept where it can be read and copied. */
function Unsent({ lines }: { lines: readonly AskedLine[] }) {
  return (
    <>
      {lines.flatMap(({ line, drafts }) =>
        drafts.map((draft) => (
          <section class="answering-line">
            <h2 class="govuk-heading-m">{`${lineName(line)}: written by ${draft.by}, not sent`}</h2>
            <AnswerSaid typed={draft.typed} line={line} />
          </section>
        )),
      )}
    </>
  )
}
