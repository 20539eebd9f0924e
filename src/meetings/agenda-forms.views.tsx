import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, Form, HiddenField, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { EmptyState, Lines } from '../platform/web/page-parts.tsx'
import { aboutChoices, kindChoices, paragraphChoices } from './agenda.form.ts'
import { ITEM_KIND_WORDS, type StoredItem } from './agenda.ts'
import type { ItemMatters } from './agenda.queries.ts'
import type { Proposal } from './propose-items.ts'
import { SCHEDULE_12A } from './schedule-12a.ts'

interface BuildingProps {
  form: FilledForm
  proposals: Proposal[]
  back: string
  isPublished: boolean
}

export function BuildingForm({ form, proposals, back, isPublished }: BuildingProps) {
  if (proposals.length === 0)
    return (
      <EmptyState title="Nothing more is due">
        <p class="govuk-body">Every standing item, round, response, request and planned matter that Heed knows of is on the agenda.</p>
        <Button text="Back to the agenda" href={back} />
      </EmptyState>
    )
  return (
    <Form>
      <Checkboxes
        form={form}
        name="take"
        label="Items in the order in which they would stand"
        choices={proposals.map(({ key, title, text, why }) => ({
          value: key,
          text: title,
          hint: (
            <>
              {why}
              {text && <Lines text={text} />}
            </>
          ),
        }))}
      />
      {isPublished && <LateReason form={form} />}
      <Buttons>
        <Button text="Put on the agenda" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

function LateReason({ form }: { form: FilledForm }) {
  return (
    <TextArea
      form={form}
      name="lateReason"
      label="Why can this not wait for the next meeting?"
      hint="The agenda is published. The chair must be of the opinion that the item is urgent by reason of special circumstances, and the minutes will say so (Local Government Act 1972 s.100B(4)(b)). Members and the public read these words."
      rows={3}
    />
  )
}

interface ItemFormProps {
  form: FilledForm
  matters: ItemMatters
  back: string
  /** The agenda is published, and this item is not in it. */
  isLate: boolean
  correcting?: boolean
}

export function ItemForm({ form, matters, back, isLate, correcting }: ItemFormProps) {
  return (
    <Form>
      {correcting && <HiddenField form={form} name="version" />}
      <TextInput form={form} name="title" label="Title" />
      <Select form={form} name="kind" label="Kind of item" choices={kindChoices} />
      <TextArea
        form={form}
        name="text"
        label="What the meeting is to do (optional)"
        hint="For example: To receive the report. Lines beginning “- ” are a list."
      />
      <Select
        form={form}
        name="about"
        label="Round or review that it is about (optional)"
        hint="Its paper goes into the pack"
        blank="None"
        choices={aboutChoices(matters)}
      />
      <Tick
        form={form}
        name="appended"
        label="A paper goes with it"
        hint="It gets the next letter. The paper of a round or a review, and the minutes of the last meeting, go into the pack by themselves; any other you add on the agenda, and until then it is said to follow."
      />
      <Checkboxes
        form={form}
        name="exempt"
        label="Is it exempt?"
        hint="Tick each paragraph of Part 1 of Schedule 12A to the Local Government Act 1972 by which the public may be kept out. Tick none for a public item."
        choices={paragraphChoices(SCHEDULE_12A)}
        small
      />
      <TextArea
        form={form}
        name="publicInterest"
        label="Public-interest reason, where it is exempt"
        hint="Why the public interest in keeping the item back outweighs that in disclosing it. These words stand in the exempt part only."
        rows={3}
      />
      {isLate && <LateReason form={form} />}
      <Buttons>
        <Button text={correcting ? 'Save' : 'Put on the agenda'} />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

export function DroppingForm({ item, isPublished, back }: { item: StoredItem; isPublished: boolean; back: string }) {
  return (
    <Form>
      <p class="govuk-body">{`${ITEM_KIND_WORDS[item.kind]}: ${item.title}`}</p>
      {isPublished && !item.dropped && (
        <p class="govuk-body">It is published, so it keeps its number and is shown as withdrawn in the next supplement.</p>
      )}
      <Buttons>
        <Button text={item.dropped ? 'Put it back' : 'Drop the item'} kind={item.dropped ? undefined : 'warning'} />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
