import { ashwellEmptyHomes } from './ashwell-empty-homes.ts'
import { coldbrookFireAudit } from './coldbrook-fire-audit.ts'
import { dyffrynWardInspection } from './dyffryn-ward-inspection.ts'
import { fellgateAuditRegister } from './fellgate-audit-register.ts'
import { glanwernAttendance } from './glanwern-attendance.ts'
import { harrowbyDementiaPlan } from './harrowby-dementia-plan.ts'
import { inverallanBoardForm } from './inverallan-board-form.ts'
import { kilmarrinAuditorReport } from './kilmarrin-auditor-report.ts'
import { larchmereCarePlan } from './larchmere-care-plan.ts'
import { marlingfordTwoRounds } from './marlingford-two-rounds.ts'
import { pennardScrutinyTracker } from './pennard-scrutiny-tracker.ts'
import { ravensbyMarketsPlan } from './ravensby-markets-plan.ts'
import { severnmouthActionLog } from './severnmouth-action-log.ts'
import { strathuaineHospitalPlan } from './strathuaine-hospital-plan.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { thornbeckExecutiveResponse } from './thornbeck-executive-response.ts'
import { wickmerePoliceExport } from './wickmere-police-export.ts'

/** Seven PDFs, three texts, three Word files, two workbooks and one of separated values. */
export const THIRD_COUNCILS: readonly CouncilDocument[] = [
  ashwellEmptyHomes,
  coldbrookFireAudit,
  dyffrynWardInspection,
  fellgateAuditRegister,
  glanwernAttendance,
  harrowbyDementiaPlan,
  inverallanBoardForm,
  kilmarrinAuditorReport,
  larchmereCarePlan,
  marlingfordTwoRounds,
  pennardScrutinyTracker,
  ravensbyMarketsPlan,
  severnmouthActionLog,
  strathuaineHospitalPlan,
  thornbeckExecutiveResponse,
  wickmerePoliceExport,
]
