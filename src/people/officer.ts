/** The signed-in person as every action knows them: for which council they act and as what. */
export interface Officer {
  councilId: string
  accountId: string
  name: string
  role: Role
}

/** Whoever writes on the record of a council: an officer or, without an account, somebody who was asked by a link, under the name that the link is for. */
export type Writer = Pick<Officer, 'councilId' | 'name'> & { accountId: string | null }

export const ROLES = ['administrator', 'officer'] as const
export type Role = (typeof ROLES)[number]
