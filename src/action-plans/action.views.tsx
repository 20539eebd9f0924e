import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { Lines, SummaryList } from '../platform/web/page-parts.tsx'
import type { PromiseStory } from '../recommendations/promise-standing.ts'
import type { ActionRecord } from '../recommendations/recommendation.ts'
import { Promised } from '../reviews/recommendation-table.tsx'

interface ActionCardsProps {
  /** Of the recommendation. */
  address: string
  actions: readonly ActionRecord[]
  stories: readonly PromiseStory[]
  today: CalendarDate
}

/** The actions of a recommendation, a card each. */
export function ActionCards({ address, actions, stories, today }: ActionCardsProps) {
  if (actions.length === 0) return <p class="govuk-body heed-none">No action is planned.</p>
  return (
    <>
      {actions.map((action) => (
        <ActionCard
          action={action}
          address={`${address}/actions/${action.position}`}
          story={stories.find((one) => one.id === action.id)}
          today={today}
        />
      ))}
    </>
  )
}

export function actionName(action: Pick<ActionRecord, 'ref' | 'position'>): string {
  return `Action ${action.ref ?? action.position}`
}

function ActionCard({
  action,
  address,
  story,
  today,
}: {
  action: ActionRecord
  address: string
  story: PromiseStory | undefined
  today: CalendarDate
}) {
  const name = actionName(action)
  return (
    <SummaryList
      title={action.part ? `${name}, for part ${action.part}` : name}
      rows={[
        {
          key: 'What will be done',
          value: <Lines text={action.text} />,
          actions: [
            { text: 'Correct', href: address, of: name },
            { text: 'Withdraw', href: `${address}/withdrawal`, of: name },
          ],
        },
        action.outcome !== null && { key: 'Outcome wanted', value: <Lines text={action.outcome} /> },
        {
          key: 'Owners',
          value: action.owners.length > 0 ? <Lines text={action.owners.join('\n')} /> : <span class="heed-none">No owner</span>,
        },
        {
          key: 'Promised',
          value: story ? <Promised promise={{ ...story, name: '' }} today={today} /> : <span class="heed-none">No date</span>,
          actions: [{ text: story ? 'Change' : 'Add', href: `${address}/timescale`, of: `the date of ${name}` }],
        },
        {
          key: 'How we will know',
          value: action.measures.length > 0 ? <Lines text={action.measures.join('\n')} /> : <span class="heed-none">No measure</span>,
        },
        action.budget !== null && { key: 'Budget', value: action.budget },
        action.percentComplete !== null && { key: 'Complete', value: `${action.percentComplete}%` },
        action.rag !== null && { key: 'RAG', value: action.rag },
        action.performance !== null && { key: 'Performance', value: <Lines text={action.performance} /> },
      ]}
    />
  )
}
