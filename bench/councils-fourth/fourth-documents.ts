import { brackwaterCorporateParenting } from './brackwater-corporate-parenting.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { dunmorrowClimateCommission } from './dunmorrow-climate-commission.ts'
import { ferncastleLicensingReview } from './ferncastle-licensing-review.ts'
import { gilcruxHealthVariation } from './gilcrux-health-variation.ts'
import { llanerfylSchoolOrganisation } from './llanerfyl-school-organisation.ts'
import { northmarchCombinedAuthority } from './northmarch-combined-authority.ts'
import { redmayneOfstedPriorities } from './redmayne-ofsted-priorities.ts'
import { selmouthOmbudsmanRemedies } from './selmouth-ombudsman-remedies.ts'
import { stokemereFloodInvestigation } from './stokemere-flood-investigation.ts'
import { thornleyHomicideReview } from './thornley-homicide-review.ts'
import { westholmePanelText } from './westholme-panel-text.ts'
import { westholmePoliceCrimePanel } from './westholme-police-crime-panel.ts'

/** Four PDFs, three Word files, three workbooks, one of separated values and one text, laid out as public bodies ordinarily do. */
export const FOURTH_COUNCILS: readonly CouncilDocument[] = [
  brackwaterCorporateParenting,
  dunmorrowClimateCommission,
  ferncastleLicensingReview,
  gilcruxHealthVariation,
  llanerfylSchoolOrganisation,
  northmarchCombinedAuthority,
  redmayneOfstedPriorities,
  selmouthOmbudsmanRemedies,
  stokemereFloodInvestigation,
  thornleyHomicideReview,
  westholmePanelText,
  westholmePoliceCrimePanel,
]
