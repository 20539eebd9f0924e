import type { ComponentChildren } from 'preact'
import type { FilledForm } from '../platform/web/form.ts'
import { Govuk } from '../platform/web/govuk.tsx'
import { InlineDiff } from '../platform/web/inline-diff.tsx'
import { Lines, Tag, type TagColour } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { RoundRecord } from '../rounds/round.ts'
import { FindingText } from '../rounds/round.views.tsx'
import type { NumberedStray, ReturnedLine, Standing } from './returned-lines.ts'
import { BOX_WORDS } from './travelling-form.ts'

const STANDINGS: Record<Standing, { words: string; colour: TagColour }> = {
  fresh: { words: 'To take', colour: 'blue' },
  conflict: { words: 'Conflict', colour: 'red' },
  faulty: { words: 'Cannot be taken', colour: 'orange' },
  unchanged: { words: 'As it was sent', colour: 'grey' },
  known: { words: 'Nothing new', colour: 'grey' },
  taken: { words: 'Taken', colour: 'green' },
}

/** A line that came back: what is new in it beside what Heed has, what the referee would say, and whether to take it. */
export function LineReturned({ round, line, form }: { round: RoundRecord; line: ReturnedLine; form: FilledForm }) {
  const { words, colour } = STANDINGS[line.standing]
  const { itemId, name } = line.line
  const review = round.reviews.length > 1 ? `${line.now.review.title}, ` : ''
  return (
    <section class="travelling-forms-line">
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={`/rounds/${round.slug}/items/${itemId}`}>
          {name}
        </a>{' '}
        <Tag colour={colour}>{words}</Tag>
      </h3>
      <p class="govuk-body-s">{`${review}form ${line.form.code}, ${line.form.forWhom}`}</p>
      {line.because && <p class="govuk-body">{line.because}</p>}
      {line.standing === 'conflict' && <p class="govuk-body">What Heed has now and what came back stand side by side: choose.</p>}
      {line.faults.map((fault) => (
        <p class="govuk-body travelling-forms-fault">{fault}</p>
      ))}
      {line.changes.length > 0 && <Changes line={line} />}
      {line.notes.map((note) => (
        <p class="govuk-body-s">{note}</p>
      ))}
      {line.findings.map((finding) => (
        <FindingText finding={finding} />
      ))}
      {line.strays.map((stray) => (
        <StrayWords stray={stray} tick={round.state === 'open' && <StrayTick line={line} stray={stray} form={form} />} />
      ))}
      {round.state === 'open' && (line.standing === 'fresh' || line.standing === 'conflict') && <TakeTick line={line} form={form} />}
    </section>
  )
}

function Changes({ line }: { line: ReturnedLine }) {
  return (
    <Table
      caption={`What came back of ${line.line.name} (${line.key})`}
      hiddenCaption
      rows={line.changes}
      columns={[
        { head: 'Box', names: true, width: 'sixth', cell: ({ box }) => BOX_WORDS[box].label },
        {
          head: 'Heed has now',
          width: 'third',
          cell: ({ before }) => (before ? <Lines text={before} /> : <span class="heed-none">Nothing</span>),
        },
        {
          head: 'What came back',
          width: 'half',
          cell: ({ before, after }) => {
            if (after === '') return <span class="heed-none">Emptied</span>
            return before === '' ? <Lines text={after} /> : <InlineDiff before={before} after={after} />
          },
        },
      ]}
    />
  )
}

/** Ticked as the officer left it, whatever version stood beside it then. */
function isTicked(form: FilledForm, field: string, name: string): boolean {
  return [form.values[field] ?? []].flat().some((tick) => tick.split(' ')[0] === name)
}

function TakeTick({ line, form }: { line: ReturnedLine; form: FilledForm }) {
  const text = line.standing === 'conflict' ? 'Take what came back in place of what Heed has' : 'Take this line'
  return (
    <Box
      name="take"
      id={`take-${line.key}`}
      value={`${line.key} ${line.now.update.version}`}
      text={text}
      of={line.line.name}
      checked={isTicked(form, 'take', line.key)}
    />
  )
}

function StrayTick({ line, stray, form }: { line: ReturnedLine; stray: NumberedStray; form: FilledForm }) {
  return (
    <Box
      name="stray"
      id={`stray-${stray.number}-${line.key}`}
      value={`${stray.number} ${line.now.update.version}`}
      text="Put these words at the end of the evidence"
      of={line.line.name}
      checked={isTicked(form, 'stray', String(stray.number))}
    />
  )
}

function Box({
  name,
  id,
  value,
  text,
  of,
  checked,
}: {
  name: string
  id: string
  value: string
  text: string
  of: string
  checked: boolean
}) {
  const label = (
    <>
      {text}
      <span class="govuk-visually-hidden">{`: ${of}`}</span>
    </>
  )
  return (
    <Govuk
      name="checkboxes"
      options={{ idPrefix: id, name, items: [{ value, html: label, checked }], classes: 'govuk-checkboxes--small' }}
    />
  )
}

const WHY = {
  outside: 'Written outside the boxes',
  damaged: 'Beside a code that is damaged, so that nobody can say which box it was',
  several: 'In a row with several codes, so that nobody can say which box it was',
}

export function StrayWords({ stray, tick }: { stray: NumberedStray; tick?: ComponentChildren }) {
  return (
    <div class="travelling-forms-stray">
      <p class="govuk-body-s">{`${WHY[stray.why]} (${stray.document}):`}</p>
      <Lines text={stray.words} />
      {tick}
    </div>
  )
}
