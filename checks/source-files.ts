import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface SourceFile {
  /** From the project's root: `src/rounds/round.ts`. */
  path: string
  /** The folder under src; `doors` for what stands in src itself. */
  room: string
  text: string
  imports: SourceImport[]
}

export interface SourceImport {
  /** From the project's root; a package's name as it stands. */
  path: string
  /** Types vanish before the code runs, so they tie nothing together. */
  typeOnly: boolean
}

/** What runs: everything in src but tests and what browsers fetch. */
export function sourceFiles(): SourceFile[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('.test.') && !path.includes('/assets/'))
    .sort()
    .map(readSource)
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  const parts = path.split('/')
  return {
    path,
    room: parts.length > 2 ? (parts[1] ?? '') : 'doors',
    text,
    imports: [...text.matchAll(IMPORT)].map((match) => importOf(path, match)),
  }
}

const IMPORT = /^(?:import|export)\s+(type\s)?(?:([^'";]*?)\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm

function importOf(path: string, [, type, names = '', from, later]: RegExpMatchArray): SourceImport {
  const to = from ?? later ?? ''
  const named =
    /^\{(.*)\}$/s
      .exec(names.trim())?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? []
  const typeOnly = Boolean(type) || (named.length > 0 && named.every((name) => name.startsWith('type ')))
  return { path: to.startsWith('.') ? normalize(join(dirname(path), to)) : to, typeOnly }
}

/** Every file in the repository's own folders, as text where it is text. */
export function repositoryFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: root, exclude: (name) => /node_modules|^\.(git|cache|heed|ci)$/.test(name) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

export function textOfFile(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
