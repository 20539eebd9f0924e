import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { officerOf } from '../people/officers-council.ts'
import { BothTexts } from '../platform/web/both-texts.tsx'
import { choice, optionalDay, optionalLongText, optionalText, text } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm, readForm } from '../platform/web/form.ts'
import { Button, DateInput, Form, Radios, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { InsetText } from '../platform/web/page-parts.tsx'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import type { Trx } from '../platform/database/database.ts'
import { changeTimescale, echoOf } from './change-timescale.ts'
import type { Owned } from './ownership.ts'
import type { TimescaleLine } from './recommendation.ts'

/** The thing whose date is promised or changed, and where its forms lead. */
export interface Promising {
  owned: Owned
  /** `Recommendation 7a`, `Action 2 of recommendation 7a` */
  title: string
  review: string
  /** Of the thing itself, for its history. */
  address: string
  /** Where the form comes from and goes back to. */
  back: { text: string; href: string }
  timescale: TimescaleLine[]
}

const timescaleForm = z.object({
  /** How many promises each line had when the form was opened: `1:2 2:1`. */
  seenLines: optionalText(),
  /** The meaning that was shown for the words, so that nothing is kept unseen. */
  seenMeaning: optionalText(),
  line: z.coerce.number().int().min(1).max(50),
  words: text('Enter the date in words, for example March 2027'),
  meaning: choice(['read', 'day', 'none'], 'Choose what the words mean'),
  day: optionalDay('The day that the words mean'),
  reason: optionalLongText(),
  grantedBy: optionalText(),
})

type TimescaleTyped = z.output<typeof timescaleForm>

export function askTimescale(reply: FastifyReply, thing: Promising): FastifyReply {
  return showTimescale(reply, thing, filledForm({ line: 1, meaning: 'read', words: '' }), null)
}

/** Answers the form: shows first how Heed reads the words, then keeps them. `find` loads the thing afresh. */
export async function answerTimescale(
  request: FastifyRequest,
  reply: FastifyReply,
  find: (trx?: Trx) => Promise<Promising>,
): Promise<FastifyReply> {
  const read = readForm(timescaleForm, sentForm(request))
  if (read.ok && read.values.meaning === 'read') {
    const { iso, echo } = echoOf(read.values.words)
    if (read.values.seenMeaning !== (iso ?? 'none')) return showTimescale(reply, await find(), read.form, { iso, echo })
  }
  return submitForm(request, reply, {
    schema: timescaleForm,
    again: async (form) => showTimescale(reply, await find(), form, null),
    work: async (trx, values) => {
      const thing = await find(trx)
      const iso = meaningTyped(values)
      const said = { line: values.line, words: values.words, iso, reason: values.reason, grantedBy: values.grantedBy }
      const seen = seenOf(values.seenLines, values.line)
      if (seen > 0 && values.reason === '') throw new FieldFault('reason', 'Enter why the date changes: the committee will see the reason.')
      await changeTimescale(trx, officerOf(request), thing.owned, thing.address, seen, said)
      return { goTo: thing.back.href, say: `The date was recorded: ${values.words}.` }
    },
  })
}

function meaningTyped({ meaning, words, day }: TimescaleTyped): string | null {
  if (meaning === 'none') return null
  if (meaning === 'read') return echoOf(words).iso
  if (day === null) throw new FieldFault('day', 'Enter the day that the words mean, for example 31 3 2027')
  return day
}

function linesSeen(timescale: readonly TimescaleLine[]): string {
  return timescale.map(({ line, promises }) => `${line}:${promises.length}`).join(' ')
}

function seenOf(lines: string, line: number): number {
  const pair = lines.split(' ').find((one) => one.startsWith(`${line}:`))
  return pair ? Number(pair.split(':')[1]) : 0
}

function showTimescale(
  reply: FastifyReply,
  thing: Promising,
  form: FilledForm,
  shown: { iso: string | null; echo: string } | null,
): FastifyReply {
  const { timescale } = thing
  const seen = linesSeen(timescale)
  const before = form.values.seenLines
  const isChange = timescale.length > 0
  return reply.page(
    {
      title: isChange ? 'Change the date promised' : 'Add a date',
      caption: `${thing.title}, ${thing.review}`,
      back: thing.back,
      under: '/reviews',
      form,
      scripts: ['recommendations/echo-timescale.ts'],
    },
    <>
      {isChange && <Standing timescale={timescale} />}
      {before !== undefined && before !== seen && (
        <BothTexts fields={[{ label: 'The date promised', theirs: wordsNow(timescale), mine: String(form.values.words ?? '') }]} />
      )}
      <Form>
        <input type="hidden" name="seenLines" value={seen} />
        <input type="hidden" name="seenMeaning" value={shown ? (shown.iso ?? 'none') : ''} />
        <WhichLine form={form} timescale={timescale} />
        <TextInput
          form={form}
          name="words"
          label="The date, in words"
          hint="As the service gives it, for example “End of March 2027” or “Stage 1: June 2027”"
        />
        <div class="recommendations-echo" data-echo-of="words" role="status">
          {shown && <InsetText>{`${shown.echo} If that is right, record it. If not, say below what the words mean.`}</InsetText>}
        </div>
        <Radios
          form={form}
          name="meaning"
          label="What do the words mean?"
          choices={[
            { value: 'read', text: 'What Heed reads in them', hint: 'Heed shows you what that is before it is recorded' },
            {
              value: 'day',
              text: 'A day that I give',
              more: <DateInput form={form} name="day" label="The last day that the words allow" />,
            },
            { value: 'none', text: 'No date: it can never be late' },
          ]}
        />
        {isChange && <TextArea form={form} name="reason" label="Why does the date change?" hint="The committee sees this" rows={3} />}
        <TextInput
          form={form}
          name="grantedBy"
          label="Who granted it?"
          hint="For example the Panel, or a director. Leave blank if nobody has yet"
        />
        <Button text={shown ? 'Record this date' : isChange ? 'Change the date' : 'Add the date'} />
      </Form>
    </>,
  )
}

function wordsNow(timescale: readonly TimescaleLine[]): string {
  return timescale.flatMap((line) => line.promises.at(-1)?.words ?? []).join('; ')
}

function Standing({ timescale }: { timescale: readonly TimescaleLine[] }) {
  return (
    <p class="govuk-body">
      {'Promised now: '}
      <strong>{wordsNow(timescale)}</strong>
      {'. What was promised before stays on the record.'}
    </p>
  )
}

function WhichLine({ form, timescale }: { form: FilledForm; timescale: readonly TimescaleLine[] }) {
  if (timescale.length < 2) return <input type="hidden" name="line" value={timescale[0]?.line ?? 1} />
  const choices = timescale.map(({ line, promises }) => ({ value: String(line), text: promises.at(-1)?.words ?? '' }))
  return <Select form={form} name="line" label="Which of its dates?" choices={choices} />
}
