import type { PointForMembers } from '../papers/covering-report.ts'
import type { Placeholders } from './placeholder.ts'

export const findingPlaceholders: Placeholders<PointForMembers> = {
  texts: {
    about: {
      gives: 'The recommendation, part or action that it is of',
      of: ({ ref, part, action }) =>
        ref ? `Recommendation ${ref}${part ? `, part ${part}` : ''}${action ? `, action ${action}` : ''}` : 'The paper as a whole',
    },
    review: { gives: 'The review that it is of', of: ({ review }) => review ?? '' },
    finding: { gives: 'What the referee found', of: ({ message }) => message },
    remedy: { gives: 'What would put it right', of: ({ remedy }) => remedy },
    reason: { gives: 'The officers’ reason, where they let it stand', of: ({ override }) => override },
  },
  lists: {},
}
