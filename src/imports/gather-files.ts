import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { Refusal, refuseIf } from '../platform/core/refusal.ts'

/** A file to be brought in: how it was found, and how many bytes it holds. */
export interface FoundFile {
  path: string
  size: number
}

export interface Gathered {
  files: FoundFile[]
  /** What lay in a folder and is not looked at, with the reason. */
  skipped: { path: string; why: string }[]
}

/**
 * What papers end with, the most telling first: where one paper lies there in two formats, the Word file is the one that is put on the
 * record. What has no ending is looked at too.
 */
const ENDINGS = ['docx', 'docm', 'dotx', 'doc', 'odt', 'rtf', 'xlsx', 'xlsm', 'xls', 'ods', 'csv', 'tsv', '', 'txt', 'md', 'pdf']
const DEEPEST = 40

/**
 * The files of the paths given, folders with all that is in them. A file that is named is looked at whatever it is; in a folder, hidden
 * files, locks of Office (`~$paper.docx`), what is no document and links to folders are left out and named. Each file once, Word files
 * first. Refuses (not-found) a path where nothing is.
 */
export async function gatherFiles(paths: readonly string[]): Promise<Gathered> {
  const found = new Map<string, FoundFile>()
  const skipped: Gathered['skipped'] = []
  const take = (path: string, size: number) => found.set(resolve(path), { path, size })
  for (const path of paths) {
    const what = await stat(path).catch((error: unknown) => cannotOpen(path, error))
    if (what.isDirectory()) await walk(path, 1)
    else take(path, what.size)
  }
  return { files: [...found.values()].toSorted(byEnding), skipped }

  async function walk(folder: string, depth: number): Promise<void> {
    refuseIf(depth > DEEPEST, 'invalid', `${folder} lies more than ${DEEPEST} folders deep. Name the folder itself.`)
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
    if (!entries) skipped.push({ path: folder, why: 'cannot be opened' })
    for (const entry of (entries ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))) {
      const path = join(folder, entry.name)
      // A link that leads nowhere is left out like any other thing that is no file.
      const what = await stat(path).catch(() => null)
      const why = whyNot(entry.name, what?.isDirectory() ?? false, what?.isFile() ?? false)
      if (why) skipped.push({ path, why })
      else if (!what!.isDirectory()) take(path, what!.size)
      else if (entry.isSymbolicLink()) skipped.push({ path, why: 'a link to a folder' })
      else await walk(path, depth + 1)
    }
  }
}

function whyNot(name: string, isFolder: boolean, isFile: boolean): string | null {
  if (name.startsWith('~$') || name.startsWith('.~lock.')) return 'a lock that Office leaves while a file is open'
  if (name.startsWith('.')) return 'hidden'
  if (isFolder) return null
  if (!isFile) return 'not a file'
  return ENDINGS.includes(endingOf(name)) ? null : `not a kind of document (.${endingOf(name)})`
}

const endingOf = (path: string) => extname(basename(path)).slice(1).toLowerCase()

function byEnding(a: FoundFile, b: FoundFile): number {
  const rank = ({ path }: FoundFile) => (ENDINGS.includes(endingOf(path)) ? ENDINGS.indexOf(endingOf(path)) : ENDINGS.length)
  return rank(a) - rank(b) || a.path.localeCompare(b.path, 'en', { numeric: true })
}

function cannotOpen(path: string, error: unknown): never {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
  const why = missing ? 'is not there. Check its name and folder' : 'cannot be opened. Check that you may read it'
  throw new Refusal('not-found', `${path} ${why}.`, { cause: error })
}
