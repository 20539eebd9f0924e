import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Real documents that are not the project's own, where they lie beside it. */
const SEEDS = fileURLToPath(new URL('../../shared/seeds/', import.meta.url))

export function seedDocument(name: string): string | null {
  const path = `${SEEDS}${name}`
  return existsSync(path) ? path : null
}

export const SEED_DOCUMENTS = [
  '000-stockton-quarterly-2015',
  '001-stockton-quarterly-2016',
  '002-stockton-form-2024',
  '003-telford-agenda-pack-2017',
  '004-middlesbrough-action-plan-2014',
]
