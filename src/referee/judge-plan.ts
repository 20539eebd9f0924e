import type { Finding } from './finding.ts'
import type { PlanCase } from './plan-case.ts'
import { underSettings } from './raise-finding.ts'
import {
  emptyListItem,
  labelClash,
  paragraphRefMissing,
  partsNotMarked,
  recommendationNumberMissing,
  textIncomplete,
} from './rules-of-numbering.ts'
import { ownerMissing, ownerVague } from './rules-of-owners.ts'
import { actionIncomplete, actionIsOffer, actionMissing, actionRefMissing, partUnanswered } from './rules-of-plans.ts'
import {
  actionPassedUnassessed,
  dateBeforeDocument,
  dateMissing,
  noFirmDate,
  ratedOnTrackOverdue,
  statusInDateColumn,
} from './rules-of-timescales.ts'
import { budgetMissing, budgetUnknown, measureWithoutTarget, ragMissing, successMeasureMissing } from './rules-of-measures.ts'

const PLAN_RULES: readonly ((plan: PlanCase) => Finding[])[] = [
  actionMissing,
  partUnanswered,
  ownerMissing,
  ownerVague,
  dateMissing,
  noFirmDate,
  statusInDateColumn,
  dateBeforeDocument,
  actionPassedUnassessed,
  ratedOnTrackOverdue,
  successMeasureMissing,
  measureWithoutTarget,
  ragMissing,
  budgetMissing,
  budgetUnknown,
  actionIncomplete,
  actionIsOffer,
  actionRefMissing,
  recommendationNumberMissing,
  labelClash,
  partsNotMarked,
  paragraphRefMissing,
  emptyListItem,
  textIncomplete,
]

/** What the referee says of a review's plan: wording, owners, dates, measures and budget, before and beside any round. */
export function judgePlan(plan: PlanCase): Finding[] {
  return underSettings(
    PLAN_RULES.flatMap((rule) => rule(plan)),
    plan.rules,
  )
}
