import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

/** Where the package keeps its templates, styles and fixtures. */
export const govukFolder = dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))) + '/dist/govuk'

const environment = nunjucks.configure([`${govukFolder}/..`], { autoescape: true, noCache: false })

/** Nunjucks' own `trim` backtracks quadratically (40,000 spaces block the server for 2.9 s); the language's own does not. */
environment.addFilter('trim', (value: unknown) => {
  const text = String(value ?? '')
  return isSafe(value) ? new nunjucks.runtime.SafeString(text.trim()) : text.trim()
})

function isSafe(value: unknown): boolean {
  return value instanceof nunjucks.runtime.SafeString
}

/** The official markup of one component; `params` as its `macro-options.json` has them. Text is escaped, `html` is not: see `Govuk`. */
export function renderGovuk(component: string, params: object): string {
  return environment.render(`govuk/components/${component}/template.njk`, { params })
}
