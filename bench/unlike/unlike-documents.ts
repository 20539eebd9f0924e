import { amberleyPrison } from './amberley-prison.ts'
import { ashmereTracker } from './ashmere-tracker.ts'
import { birchwoldTrust } from './birchwold-trust.ts'
import { brindleAudit } from './brindle-audit.ts'
import { coldbrookInspection } from './coldbrook-inspection.ts'
import { cragsideOutstanding } from './cragside-outstanding.ts'
import { dellwickSend } from './dellwick-send.ts'
import { dunmoorExecutiveResponse } from './dunmoor-executive-response.ts'
import { elmsworthMinisters } from './elmsworth-ministers.ts'
import { eskvaleForm } from './eskvale-form.ts'
import { fallowfieldFire } from './fallowfield-fire.ts'
import { fenwickRounds } from './fenwick-rounds.ts'
import { glanrhydResponse } from './glanrhyd-response.ts'
import { gorsebrookGovernance } from './gorsebrook-governance.ts'
import { harrowendSaidDid } from './harrowend-said-did.ts'
import { hartsmereMadeTo } from './hartsmere-made-to.ts'
import { inskerryInquiry } from './inskerry-inquiry.ts'
import { ivelbourneColours } from './ivelbourne-colours.ts'
import { jarrowbyTicks } from './jarrowby-ticks.ts'
import { jessopMinutesLog } from './jessop-minutes-log.ts'
import { kelmarshNestedForm } from './kelmarsh-nested-form.ts'
import { kettlewickBrag } from './kettlewick-brag.ts'
import { langmoorBulletedPlan } from './langmoor-bulleted-plan.ts'
import { lowmerePercent } from './lowmere-percent.ts'
import { marlpitDatedEntries } from './marlpit-dated-entries.ts'
import { mossgateTwoLevel } from './mossgate-two-level.ts'
import { netherbyParts } from './netherby-parts.ts'
import { northolmeRecorded } from './northolme-recorded.ts'
import { oakhurstPack } from './oakhurst-pack.ts'
import { ottercombeTwoTables } from './ottercombe-two-tables.ts'
import { pennowithStatusFirst } from './pennowith-status-first.ts'
import { pinfoldRowsBelow } from './pinfold-rows-below.ts'
import { quarleyListed } from './quarley-listed.ts'
import { quenbyDecisions } from './quenby-decisions.ts'
import { ravenseyLetters } from './ravensey-letters.ts'
import { rushbeckMilestones } from './rushbeck-milestones.ts'
import { sallowfieldGrouped } from './sallowfield-grouped.ts'
import { stokeleyUntabled } from './stokeley-untabled.ts'
import { tarnsideNumbers } from './tarnside-numbers.ts'
import { thornbyHeadless } from './thornby-headless.ts'
import { upwellImpact } from './upwell-impact.ts'
import { vennorRowsAcross } from './vennor-rows-across.ts'
import { wendleOneForm } from './wendle-one-form.ts'
import { yarrowbyResponseRounds } from './yarrowby-response-rounds.ts'
import { hexleyActionsBelow } from './hexley-actions-below.ts'
import { marramResolutions } from './marram-resolutions.ts'
import { wickfoldNarrative } from './wickfold-narrative.ts'
import { oldcastleJoint } from './oldcastle-joint.ts'
import { skelbyTerms } from './skelby-terms.ts'
import { pelhamExport } from './pelham-export.ts'
import { dunholmeTwoReviewsForm } from './dunholme-two-reviews-form.ts'
import { gartonNoise } from './garton-noise.ts'
import { ickfordOwnWords } from './ickford-own-words.ts'
import { kexbyWide } from './kexby-wide.ts'
import { nuthallYesNo } from './nuthall-yes-no.ts'
import { pickmereReport } from './pickmere-report.ts'
import { lathomAgencies } from './lathom-agencies.ts'
import { mardaleSections } from './mardale-sections.ts'
import { ousbyByNumber } from './ousby-by-number.ts'
import { plumleyInline } from './plumley-inline.ts'
import { sedgelyBulletedForms } from './sedgely-bulleted-forms.ts'
import { thurlbyAuditCells } from './thurlby-audit-cells.ts'
import { uffleyAllInOne } from './uffley-all-in-one.ts'
import { wexleyUpdates } from './wexley-updates.ts'
import { WRITTEN_AFTERWARDS } from './written-afterwards.ts'
import type { UnlikeDocument } from './unlike-document.ts'

/** Documents of councils that never were, as unlike one another as real ones are. */
export const UNLIKE_DOCUMENTS: UnlikeDocument[] = [
  amberleyPrison,
  ashmereTracker,
  birchwoldTrust,
  brindleAudit,
  coldbrookInspection,
  cragsideOutstanding,
  dellwickSend,
  dunmoorExecutiveResponse,
  elmsworthMinisters,
  eskvaleForm,
  fallowfieldFire,
  fenwickRounds,
  glanrhydResponse,
  gorsebrookGovernance,
  harrowendSaidDid,
  hartsmereMadeTo,
  inskerryInquiry,
  ivelbourneColours,
  jarrowbyTicks,
  jessopMinutesLog,
  kelmarshNestedForm,
  kettlewickBrag,
  langmoorBulletedPlan,
  lowmerePercent,
  marlpitDatedEntries,
  mossgateTwoLevel,
  netherbyParts,
  northolmeRecorded,
  oakhurstPack,
  ottercombeTwoTables,
  pennowithStatusFirst,
  pinfoldRowsBelow,
  quarleyListed,
  quenbyDecisions,
  ravenseyLetters,
  rushbeckMilestones,
  sallowfieldGrouped,
  stokeleyUntabled,
  tarnsideNumbers,
  thornbyHeadless,
  upwellImpact,
  vennorRowsAcross,
  wendleOneForm,
  yarrowbyResponseRounds,
  hexleyActionsBelow,
  marramResolutions,
  wickfoldNarrative,
  oldcastleJoint,
  skelbyTerms,
  pelhamExport,
  dunholmeTwoReviewsForm,
  gartonNoise,
  ickfordOwnWords,
  kexbyWide,
  nuthallYesNo,
  pickmereReport,
  lathomAgencies,
  mardaleSections,
  ousbyByNumber,
  plumleyInline,
  sedgelyBulletedForms,
  thurlbyAuditCells,
  uffleyAllInOne,
  wexleyUpdates,
  ...WRITTEN_AFTERWARDS,
]
