import { inWords } from '../platform/core/calendar-date.ts'
import type { TemplateValues } from '../platform/documents/template-words.ts'
import { type Covering, defaultCovering, scalesIn } from '../papers/covering-report.ts'
import type { KeptMatter } from '../papers/record-paper.ts'
import { roundsOf } from '../papers/review-rounds.ts'
import type { ReadGrade, ReadReview, ReadTheme } from '../reading/reading.ts'
import { pointsForMembers } from '../referee/points-for-members.ts'
import { findingPlaceholders } from './finding-placeholders.ts'
import { listOfThings, namesIn, type Placeholders, scopeOf, valuesOf } from './placeholder.ts'
import { recommendationPlaceholders, type RecommendationTold } from './recommendation-placeholders.ts'

interface ReviewTold {
  review: ReadReview
  matter: KeptMatter
}

const gradePlaceholders: Placeholders<ReadGrade> = {
  texts: {
    code: { gives: 'The grade’s number or letter, where it has one', of: ({ code, label }) => (code === label ? '' : code) },
    label: { gives: 'The grade in your council’s own words', of: ({ label }) => label },
    definition: { gives: 'What it means, in your council’s own words', of: ({ definition }) => definition },
  },
  lists: {},
}

const themePlaceholders: Placeholders<ReadTheme> = {
  texts: {
    theme: { gives: 'The theme', of: ({ title }) => title },
    'why it matters': { gives: 'Why it matters', of: ({ why_important: why }) => why },
    'what good looks like': {
      gives: 'What good looks like',
      of: ({ what_good_looks_like: good }) => good?.map((line) => `- ${line}`).join('\n'),
    },
  },
  lists: {},
}

const reviewPlaceholders: Placeholders<ReviewTold> = {
  texts: {
    review: { gives: 'The title of the review', of: ({ review }) => review.title },
    'link officers': { gives: 'Its link officers', of: ({ review }) => review.link_officers?.join('; ') },
    'plan agreed': { gives: 'When its action plan was agreed', of: ({ review }) => review.action_plan_agreed },
    'plan version': { gives: 'The version of its plan', of: ({ review }) => review.plan_version },
    'plan date': { gives: 'The date of its plan', of: ({ review }) => review.plan_date },
    status: { gives: 'What is said of it where it has no recommendations yet', of: ({ review }) => review.status },
    round: { gives: 'The round as the review’s papers call it', of: ({ review, matter }) => roundsTold(review, matter).round?.label },
    'scale name': { gives: 'What its scale of grades is called', of: ({ review }) => review.scale.name },
    scale: { gives: 'Its grades with their meanings, a line each', of: ({ review }) => scaleLines(review.scale.grades) },
  },
  lists: {
    recommendations: listOfThings(
      'The recommendations of the review',
      ({ review, matter }) => recommendationsTold(review, matter),
      recommendationPlaceholders,
    ),
    grades: listOfThings('The grades of its scale', ({ review }) => review.scale.grades, gradePlaceholders),
    themes: listOfThings('Its themes', ({ review }) => review.themes ?? [], themePlaceholders),
  },
}

const linePlaceholders = (name: string, gives: string): Placeholders<string> => ({
  texts: { [name]: { gives, of: (line) => line } },
  lists: {},
})

const covered = ({ covering, reading }: KeptMatter) => ({ ...defaultCovering(reading), ...defined(covering ?? {}) })
const contactOf = ({ covering }: KeptMatter): Partial<NonNullable<Covering['contact']>> => covering?.contact ?? {}
const bulleted = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')
const numbered = (lines: readonly string[]) => lines.map((line, index) => `${index + 1}. ${line}`).join('\n')

const paperPlaceholders: Placeholders<KeptMatter> = {
  texts: {
    council: { gives: 'The council’s name', of: ({ reading }) => reading.organisation },
    committee: { gives: 'The committee that it goes to', of: ({ reading }) => reading.committee },
    'meeting date': { gives: 'The day of the meeting', of: ({ reading }) => reading.document_date && inWords(reading.document_date) },
    title: { gives: 'The title of the paper', of: ({ title }) => title },
    round: { gives: 'The round that it is of', of: ({ round }) => round },
    draft: { gives: 'DRAFT, until the round is frozen; then nothing', of: ({ draft }) => (draft ? 'DRAFT' : '') },
    purpose: { gives: 'Why it comes', of: (matter) => covered(matter).purpose },
    background: { gives: 'The background, numbered', of: (matter) => numbered(covered(matter).background) },
    points: { gives: 'The points for members, a line each', of: (matter) => bulleted(pointsOf(matter)) },
    asks: { gives: 'What members are asked to do, numbered', of: (matter) => numbered(covered(matter).asks) },
    'review titles': {
      gives: 'The titles of the reviews in it',
      of: ({ reading }) => reading.reviews.map(({ title }) => title).join('; '),
    },
    scale: {
      gives: 'The grades with their meanings, a line each',
      of: ({ reading }) => scaleLines(scalesIn(reading).flatMap(({ grades }) => grades)),
    },
    'contact name': { gives: 'Whom to ask', of: (matter) => contactOf(matter).name },
    'contact post': { gives: 'Their post', of: (matter) => contactOf(matter).post },
    'contact telephone': { gives: 'Their telephone number', of: (matter) => contactOf(matter).telephone },
    'council contact': { gives: 'How to reach the council, as its settings say', of: ({ councilContact }) => councilContact },
    'contact email': { gives: 'Their e-mail address', of: (matter) => contactOf(matter).email },
  },
  lists: {
    'every background': listOfThings(
      'The background, for a numbered list',
      (matter) => covered(matter).background,
      linePlaceholders('line', 'One of them'),
    ),
    'every point': listOfThings('The points for members, for a bulleted list', pointsOf, linePlaceholders('point', 'One of them')),
    'every ask': listOfThings(
      'What members are asked to do, for a numbered list',
      (matter) => covered(matter).asks,
      linePlaceholders('ask', 'One of them'),
    ),
    reviews: listOfThings(
      'The reviews in the paper',
      (matter) => matter.reading.reviews.map((review) => ({ review, matter })),
      reviewPlaceholders,
    ),
    recommendations: listOfThings(
      'Every recommendation in the paper, whatever its review',
      (matter) => matter.reading.reviews.flatMap((review) => recommendationsTold(review, matter)),
      recommendationPlaceholders,
    ),
    findings: listOfThings(
      'What members should know, finding by finding, as the paper lists it',
      ({ findings }) => findings,
      findingPlaceholders,
    ),
    grades: listOfThings(
      'The grades of the scales in the paper',
      ({ reading }) => scalesIn(reading).flatMap(({ grades }) => grades),
      gradePlaceholders,
    ),
  },
}

/** Every placeholder that a template may use. */
export const PLACEHOLDERS = namesIn(paperPlaceholders)
/** The same as a template is checked against. */
export const PLACEHOLDER_SCOPE = scopeOf(PLACEHOLDERS)

/** What a template is filled with for a paper. */
export function valuesOfPaper(matter: KeptMatter): TemplateValues {
  return valuesOf(matter, paperPlaceholders)
}

function recommendationsTold(review: ReadReview, matter: KeptMatter): RecommendationTold[] {
  const rounds = roundsTold(review, matter)
  return review.recommendations.map((recommendation) => ({
    recommendation,
    review,
    ...rounds,
    findings: matter.findings.filter((finding) => finding.review === review.title && finding.ref === recommendation.ref),
  }))
}

/** The round that the paper is of (the one presented on its day, else the last) and the one before. */
function roundsTold(review: ReadReview, { reading }: KeptMatter): Pick<RecommendationTold, 'round' | 'before'> {
  const rounds = roundsOf(review)
  const own = rounds.findLastIndex((round) => round.presentedOn === reading.document_date)
  const at = own === -1 ? rounds.length - 1 : own
  return { round: rounds[at], before: rounds[at - 1] }
}

function pointsOf({ covering, findings }: KeptMatter): string[] {
  if (covering) return covering.points
  return pointsForMembers(findings.filter(({ override }) => !override)).map(({ sentence }) => sentence)
}

function scaleLines(grades: readonly ReadGrade[]): string {
  return grades
    .map(({ code, label, definition }) => [code === label ? label : `${code} ${label}`, definition].filter(Boolean).join(' – '))
    .join('\n')
}

function defined<Thing extends object>(thing: Thing): Partial<Thing> {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as Partial<Thing>
}
