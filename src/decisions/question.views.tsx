import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, Select, TextArea, Tick } from '../platform/web/form-fields.tsx'
import { EmptyState, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { NobodySits, TakeBack } from './noted-by-members.tsx'
import type { Question } from './question.queries.ts'
import type { Room } from './room.queries.ts'

interface QuestionsProps {
  form: FilledForm
  room: Room
  questions: readonly Question[]
}

export function QuestionsPage({ form, room: { meeting, lines, there }, questions }: QuestionsProps) {
  const about = new Map(lines.map(({ recommendation, name, review }) => [recommendation.id, `${name}, ${review.title}`]))
  if (about.size === 0)
    return (
      <EmptyState title="Nothing to ask about yet">
        <p class="govuk-body">
          Questions are about recommendations on the agenda.{' '}
          <a class="govuk-link" href={`/meetings/${meeting.slug}/agenda`}>
            Put a round on the agenda
          </a>{' '}
          first.
        </p>
      </EmptyState>
    )
  return (
    <>
      <p class="govuk-body">
        Members who sign in note their own. Those that they share stand here and in the room; what they keep to themselves is shown to
        nobody else.
      </p>
      {questions.length === 0 ? (
        <p class="govuk-body">No question has been noted.</p>
      ) : (
        <Table
          caption="Noted"
          rows={questions}
          columns={[
            { head: 'Member', names: true, cell: ({ by }) => by },
            { head: 'About', cell: ({ recommendationId }) => about.get(recommendationId) ?? 'What is on the agenda no more' },
            { head: 'Question', width: 'third', cell: ({ words }) => words },
            { head: 'For whom', cell: ({ shared }) => (shared ? <Tag colour="blue">The committee</Tag> : 'The member and officers') },
            {
              head: 'Take back',
              hiddenHead: true,
              cell: ({ id, by }) => (
                <TakeBack action={`/meetings/${meeting.slug}/questions/${id}/withdrawal`} what={`the question of ${by}`} />
              ),
            },
          ]}
        />
      )}
      {there.seats.length === 0 ? (
        <NobodySits meeting={meeting} />
      ) : (
        <Form>
          <h2 class="govuk-heading-m">Note a question</h2>
          <Select
            form={form}
            name="member"
            label="Who asks?"
            blank="Choose a member"
            choices={there.seats.map(({ member }) => ({ value: member.id, text: member.name }))}
          />
          <Select
            form={form}
            name="recommendation"
            label="About what?"
            blank="Choose a recommendation"
            choices={[...about].map(([value, words]) => ({ value, text: words }))}
          />
          <TextArea form={form} name="words" label="The question" rows={3} />
          <Tick
            form={form}
            name="shared"
            label="Share it with the committee"
            hint="It then stands beside the recommendation in the room. Else only officers and that member see it."
          />
          <Buttons>
            <Button text="Note the question" />
            <a class="govuk-link" href={`/meetings/${meeting.slug}/room`}>
              Go to the room
            </a>
          </Buttons>
        </Form>
      )}
    </>
  )
}
