import { inWords } from '../platform/core/calendar-date.ts'
import { distinct, led } from '../papers/paper-words.ts'
import {
  assessmentWords,
  evidenceWords,
  gradeWords,
  recommendationWords,
  responseWords,
  timescaleWords,
} from '../papers/recommendation-words.ts'
import { ownersWords } from '../papers/review-particulars.ts'
import { type PaperRound, updatesIn } from '../papers/review-rounds.ts'
import type { ReadAction, ReadPart, ReadRecommendation, ReadReview, ReadTimescale, ReadUpdate } from '../reading/reading.ts'
import { findingPlaceholders } from './finding-placeholders.ts'
import type { PointForMembers } from '../papers/covering-report.ts'
import { listOfThings, type Placeholders } from './placeholder.ts'

/** A recommendation as a paper of a round tells of it. */
export interface RecommendationTold {
  recommendation: ReadRecommendation
  review: ReadReview
  /** The round that the paper is of, and the one before it. */
  round: PaperRound | undefined
  before: PaperRound | undefined
  findings: PointForMembers[]
}

type Of<Thing> = Thing & { told: RecommendationTold }

const updatesNow = ({ recommendation, round }: RecommendationTold) => (round ? updatesIn(round, recommendation) : [])
const updatesBefore = ({ recommendation, before }: RecommendationTold) => (before ? updatesIn(before, recommendation) : [])
const dayOf = (timescale: ReadTimescale | undefined) => (timescale?.iso ? inWords(timescale.iso) : '')
const lines = (all: readonly (string | undefined)[]) => all.filter((line) => line !== undefined && line.trim() !== '').join('\n')

/** What updates say in one field, a line each, told which part or action each is of. */
function said(
  updates: readonly ReadUpdate[],
  { recommendation }: RecommendationTold,
  field: (update: ReadUpdate) => string | undefined,
): string {
  const texts = updates.map((update) => {
    const text = field(update) ?? ''
    const action =
      update.action !== undefined && recommendation.actions.length > 1
        ? `Action ${recommendation.actions[update.action - 1]?.ref ?? update.action}:`
        : ''
    const lead = [update.part && `${update.part}.`, action].filter(Boolean).join(' ')
    return text === '' || lead === '' ? text : led(lead, text)
  })
  return lines(distinct(texts))
}

const partPlaceholders: Placeholders<Of<ReadPart>> = {
  texts: {
    part: { gives: 'The letter or number of the part', of: ({ ref }) => ref },
    'part text': { gives: 'What the part asks', of: ({ text }) => text },
    owners: {
      gives: 'Who answers for the part',
      of: ({ ref, told }) =>
        (told.recommendation.owner_parts ?? [])
          .filter(({ part }) => part === ref)
          .map(({ owner }) => owner)
          .join('; '),
    },
    due: {
      gives: 'When it is due, as printed',
      of: ({ ref, told }) => lines(told.recommendation.due.filter(({ part }) => part === ref).map(({ text }) => text)),
    },
    'due day': {
      gives: 'The day or month that this means',
      of: ({ ref, told }) => lines(told.recommendation.due.filter(({ part }) => part === ref).map(dayOf)),
    },
    evidence: {
      gives: 'What was said of the part in this round',
      of: ({ ref, told }) =>
        lines(
          updatesNow(told)
            .filter(({ part }) => part === ref)
            .map(({ evidence }) => evidence),
        ),
    },
    grade: {
      gives: 'The grade of the part',
      of: ({ ref, told }) =>
        lines(
          updatesNow(told)
            .filter(({ part }) => part === ref)
            .map((update) => gradeWords(update, told.review.scale)),
        ),
    },
  },
  lists: {},
}

const updatePlaceholders: Placeholders<Of<ReadUpdate>> = {
  texts: {
    part: { gives: 'The part that it is of, where it is of one', of: ({ part }) => part },
    action: {
      gives: 'The action that it is of, where it is of one',
      of: ({ action, told }) => (action === undefined ? '' : told.recommendation.actions[action - 1]?.text),
    },
    round: { gives: 'The round as its papers call it', of: ({ round }) => round },
    'round date': { gives: 'The day of the meeting of that round', of: ({ presented_on: day }) => day && inWords(day) },
    evidence: { gives: 'What was done', of: ({ evidence }) => evidence },
    assessment: { gives: 'The grade and its explanation together', of: (update) => assessmentWords(update, update.told.review.scale) },
    grade: { gives: 'The grade in your council’s own words', of: (update) => gradeWords(update, update.told.review.scale) },
    explanation: { gives: 'What was said in support of the grade', of: ({ explanation }) => explanation },
    impact: { gives: 'What difference it made', of: ({ impact }) => impact },
    'new date': { gives: 'The date asked for instead', of: ({ revised_due: due }) => timescaleWords(due) },
  },
  lists: {},
}

const actionPlaceholders: Placeholders<Of<ReadAction>> = {
  texts: {
    'action ref': { gives: 'The action’s own number', of: ({ ref }) => ref },
    part: { gives: 'The part that it serves', of: ({ part }) => part },
    action: { gives: 'What will be done', of: ({ text }) => text },
    outcome: { gives: 'What it is for', of: ({ outcome }) => outcome },
    owners: { gives: 'Who answers for it', of: ({ owners }) => owners.join('; ') },
    due: { gives: 'When it is due, as printed', of: ({ due }) => due?.text },
    'due day': { gives: 'The day or month that this means', of: ({ due }) => dayOf(due) },
    measures: { gives: 'How we will know', of: ({ measures }) => lines(measures ?? []) },
    budget: { gives: 'What it may cost', of: ({ budget }) => budget },
    percentage: {
      gives: 'How much of it is done, for example 40%',
      of: ({ percent_complete: done }) => (typeof done === 'number' ? `${done}%` : ''),
    },
    rag: { gives: 'Its colour in words, as the plan has it', of: ({ rag }) => rag ?? '' },
    performance: { gives: 'How it is going, as the plan has it', of: ({ performance }) => performance },
  },
  lists: {},
}

const withTold = <Thing>(things: readonly Thing[], told: RecommendationTold): Of<Thing>[] => things.map((thing) => ({ ...thing, told }))

export const recommendationPlaceholders: Placeholders<RecommendationTold> = {
  texts: {
    ref: { gives: 'Its reference as printed', of: ({ recommendation }) => recommendation.ref },
    recommendation: { gives: 'What was recommended, with its parts', of: ({ recommendation }) => recommendationWords(recommendation) },
    text: { gives: 'What was recommended, without its parts', of: ({ recommendation }) => recommendation.text },
    theme: { gives: 'The theme that it belongs to', of: ({ recommendation }) => recommendation.theme },
    review: { gives: 'The title of its review', of: ({ review }) => review.title },
    owners: { gives: 'Who answers for it, a line each', of: ({ recommendation }) => ownersWords(recommendation) },
    due: {
      gives: 'When it is due, as printed, a line for each part',
      of: ({ recommendation }) => lines(recommendation.due.map(timescaleWords)),
    },
    'due day': {
      gives: 'The day or month that this means',
      of: ({ recommendation }) =>
        lines(recommendation.due.map((due) => (due.part && due.iso ? led(`${due.part}.`, dayOf(due)) : dayOf(due)))),
    },
    response: { gives: 'The decision-maker’s answer and reasons', of: ({ recommendation }) => responseWords(recommendation.response) },
    'action plan': { gives: 'Its actions, a line each', of: ({ recommendation }) => lines(recommendation.actions.map(({ text }) => text)) },
    'success measure': { gives: 'How we will know', of: ({ recommendation }) => recommendation.success_measure },
    'why it matters': { gives: 'Why it matters', of: ({ recommendation }) => recommendation.why_important },
    'what good looks like': { gives: 'What good looks like', of: ({ recommendation }) => recommendation.what_good_looks_like },
    paragraphs: {
      gives: 'The paragraphs of the report that it cites',
      of: ({ recommendation }) => recommendation.paragraph_refs?.join(', '),
    },
    round: { gives: 'The round as the review’s papers call it', of: ({ round }) => round?.label },
    evidence: {
      gives: 'What was said in this round, a line for each part',
      of: (told) => lines(updatesNow(told).map((update) => evidenceWords(update, told.recommendation))),
    },
    assessment: {
      gives: 'The grade and its explanation together',
      of: (told) => said(updatesNow(told), told, (update) => assessmentWords(update, told.review.scale)),
    },
    grade: {
      gives: 'The grade in your council’s own words',
      of: (told) => said(updatesNow(told), told, (update) => gradeWords(update, told.review.scale)),
    },
    explanation: {
      gives: 'What was said in support of the grade',
      of: (told) => said(updatesNow(told), told, ({ explanation }) => explanation),
    },
    impact: { gives: 'What difference it made', of: (told) => said(updatesNow(told), told, ({ impact }) => impact) },
    'new date': { gives: 'The date asked for instead', of: (told) => said(updatesNow(told), told, ({ revised_due: due }) => due?.text) },
    'last round': { gives: 'The round before, as the review’s papers call it', of: ({ before }) => before?.label },
    'last evidence': {
      gives: 'What was said in the round before',
      of: (told) => lines(updatesBefore(told).map((update) => evidenceWords(update, told.recommendation))),
    },
    'last grade': {
      gives: 'The grade in the round before',
      of: (told) => said(updatesBefore(told), told, (update) => gradeWords(update, told.review.scale)),
    },
  },
  lists: {
    parts: listOfThings('Its parts', (told) => withTold(told.recommendation.parts ?? [], told), partPlaceholders),
    actions: listOfThings('Its actions', (told) => withTold(told.recommendation.actions, told), actionPlaceholders),
    updates: listOfThings(
      'What was said in this round: of the whole, or of each part or action',
      (told) => withTold(updatesNow(told), told),
      updatePlaceholders,
    ),
    'last updates': listOfThings('What was said in the round before', (told) => withTold(updatesBefore(told), told), updatePlaceholders),
    findings: listOfThings('What members should know of it', ({ findings }) => findings, findingPlaceholders),
  },
}
