import { ashmereTracker } from './ashmere-tracker.ts'
import { brindleAudit } from './brindle-audit.ts'
import { coldbrookInspection } from './coldbrook-inspection.ts'
import { dunmoorExecutiveResponse } from './dunmoor-executive-response.ts'
import { eskvaleForm } from './eskvale-form.ts'
import { fenwickRounds } from './fenwick-rounds.ts'
import { glanrhydResponse } from './glanrhyd-response.ts'
import { harrowendSaidDid } from './harrowend-said-did.ts'
import { inskerryInquiry } from './inskerry-inquiry.ts'
import { jessopMinutesLog } from './jessop-minutes-log.ts'
import { kettlewickBrag } from './kettlewick-brag.ts'
import { lowmerePercent } from './lowmere-percent.ts'
import { marlpitDatedEntries } from './marlpit-dated-entries.ts'
import { netherbyParts } from './netherby-parts.ts'
import { ottercombeTwoTables } from './ottercombe-two-tables.ts'
import { pennowithStatusFirst } from './pennowith-status-first.ts'
import { quarleyListed } from './quarley-listed.ts'
import { rushbeckMilestones } from './rushbeck-milestones.ts'
import { sallowfieldGrouped } from './sallowfield-grouped.ts'
import { tarnsideNumbers } from './tarnside-numbers.ts'
import type { UnlikeDocument } from './unlike-document.ts'

/** Documents of councils that never were, as unlike one another as real ones are. */
export const UNLIKE_DOCUMENTS: UnlikeDocument[] = [
  ashmereTracker,
  brindleAudit,
  coldbrookInspection,
  dunmoorExecutiveResponse,
  eskvaleForm,
  fenwickRounds,
  glanrhydResponse,
  harrowendSaidDid,
  inskerryInquiry,
  jessopMinutesLog,
  kettlewickBrag,
  lowmerePercent,
  marlpitDatedEntries,
  netherbyParts,
  ottercombeTwoTables,
  pennowithStatusFirst,
  quarleyListed,
  rushbeckMilestones,
  sallowfieldGrouped,
  tarnsideNumbers,
]
