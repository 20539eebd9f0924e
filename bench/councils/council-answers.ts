import type { ReadRecommendation } from '../../src/reading/reading.ts'

/** The answers that a decision-maker gives, as a reading has them. */
export type ReadResponse = NonNullable<ReadRecommendation['response']>['answer']
