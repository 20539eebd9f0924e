/** The signed-in person as every action knows them: for which council they act and as what. */
export interface Officer {
  councilId: string
  accountId: string
  name: string
  role: Role
}

/** A member of committees who is signed in. */
export interface SignedInMember extends Officer {
  /** The councillor or co-optee. */
  memberId: string
}

/** Whoever writes on the record of a council: an officer or, without an account, somebody who was asked by a link, under the name that the link is for. */
export type Writer = Pick<Officer, 'councilId' | 'name'> & { accountId: string | null }

/** The roles of the council's own staff. */
export const OFFICER_ROLES = ['administrator', 'officer'] as const
export type OfficerRole = (typeof OFFICER_ROLES)[number]
/** A member of committees signs in to read and to note questions, and sees nothing but what is named for members. */
export type Role = OfficerRole | 'member'
