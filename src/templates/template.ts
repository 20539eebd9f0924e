import type { TemplateFault } from '../platform/documents/template-words.ts'

/** A template as it stands: the latest of its versions. */
export interface Template {
  id: string
  slug: string
  version: number
  name: string
  fileName: string
  size: number
  warnings: TemplateFault[]
  savedAt: Date
  withdrawn: boolean
}

export interface TemplateVersion {
  version: number
  name: string
  fileName: string
  savedAt: Date
  savedBy: string | null
}

/** What an administrator says of a template: its name, and the file that was checked. */
export interface TemplateSaid {
  name: string
  fileName: string
  bytes: Buffer
  warnings: TemplateFault[]
}

/** Which templates are offered first: by committee (its id) and by layout. */
export interface TemplateDefault {
  of: 'committee' | 'layout'
  key: string
  version: number
  templateId: string | null
}

/** Addresses under /settings/templates that are pages of their own and so no template's. */
export const RESERVED = ['add', 'placeholders', 'starter', 'defaults']

/** What a Word document says that it is. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
