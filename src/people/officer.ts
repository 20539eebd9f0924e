/** The signed-in person as every action knows them: for which council they act and as what. */
export interface Officer {
  councilId: string
  accountId: string
  name: string
  role: Role
}

export const ROLES = ['administrator', 'officer'] as const
export type Role = (typeof ROLES)[number]
