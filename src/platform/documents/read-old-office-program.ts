import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What LibreOffice may cost for one file. Starting it with a fresh profile takes 2 to 5 s and 250 MB by itself. */
const LONGEST_MS = 30_000
const MEMORY_MB = 470
const LOOK_EVERY_MS = 100
/** Kilobytes of the largest file that it may write. */
const LARGEST_FILE_KB = 60_000

const PLACES = ['/Applications/LibreOffice.app/Contents/MacOS/soffice']

/** The program of LibreOffice: the one that `HEED_LIBREOFFICE` names, else `soffice` or `libreoffice` on the PATH. Null where there is none. */
export function findLibreOffice(): string | null {
  const named = process.env['HEED_LIBREOFFICE']
  if (named !== undefined && named !== '') return runs(named) ? named : null
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const places = ['soffice', 'libreoffice'].flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...places, ...PLACES].find(runs) ?? null
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Has LibreOffice make `paper.docx` of a file in a folder that is its own: its profile is made there, macros, Java, updates of links and
 * the network are switched off, and it and all that it starts are killed after a time, above a size, and where this process ends.
 */
export async function runLibreOffice(program: string, folder: string, file: string): Promise<'ended' | 'too long' | 'too large'> {
  const profile = join(folder, 'profile')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS)
  const options = ['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard']
  const convert = ['--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, join(folder, file)]
  const child = spawn(
    '/bin/sh',
    ['-c', GUARD, 'sh', program, `-env:UserInstallation=${pathToFileURL(profile).href}`, ...options, ...convert],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp', ...NO_NETWORK },
    },
  )
  return new Promise((done) => {
    const end = (how: 'ended' | 'too long' | 'too large'): void => {
      clearTimeout(limit)
      clearInterval(watch)
      killGroup(child.pid)
      done(how)
    }
    const limit = setTimeout(() => end('too long'), LONGEST_MS)
    const watch = setInterval(() => {
      if (child.pid !== undefined && memoryOfGroup(child.pid) > MEMORY_MB * 1_000_000) end('too large')
    }, LOOK_EVERY_MS)
    child.once('error', () => end('ended'))
    child.once('exit', () => end('ended'))
  })
}

/** Runs what follows under limits, and kills the whole group as soon as the pipe from Heed (3) ends: nothing outlives it, however it died. */
const GUARD = `ulimit -c 0; ulimit -f ${LARGEST_FILE_KB * 2}; (read _ <&3; kill -9 0) & exec 3<&-; "$@"`

/** A way out that leads nowhere, for whatever would fetch something. */
const NOWHERE = 'http://127.0.0.1:9'
const NO_NETWORK = { http_proxy: NOWHERE, https_proxy: NOWHERE, ftp_proxy: NOWHERE, all_proxy: NOWHERE, no_proxy: '' }

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // The group has ended by itself.
  }
}

/** Bytes that all the programs of a process group hold together, where the system tells (Linux); 0 elsewhere. */
function memoryOfGroup(group: number): number {
  if (!existsSync('/proc/self/stat')) return 0
  let pages = 0
  for (const entry of readdirSync('/proc')) if (/^\d+$/.test(entry)) pages += pagesIn(entry, group)
  return pages * 4096
}

function pagesIn(pid: string, group: number): number {
  try {
    // After the name, which may hold spaces and brackets: state, parent, group, and 19 further on the resident pages.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    return Number(fields[2]) === group ? Number(fields[21]) : 0
  } catch {
    return 0
  }
}

const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${[
  ['Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['Office.Common/Security/Scripting', 'DisableOLEAutomation', 'true'],
  ['Office.Writer/Content/Update', 'Link', '0'],
  ['Office.Java/VirtualMachine', 'Enable', 'false'],
  ['Inet/Settings', 'ooInetProxyType', '2'],
  ['Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
  ['Inet/Settings', 'ooInetNoProxy', ''],
]
  .map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`
