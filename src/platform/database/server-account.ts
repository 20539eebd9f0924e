import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** Who runs the embedded server. PostgreSQL refuses to run as root, so where Heed is root the server is somebody else. */
export type Account = { uid: number; gid: number }

const NAME = 'heed-postgres'

/**
 * The account that the server must run as: null (Heed's own) unless Heed is root; then the owner of the data folder if there is
 * one already, else a system user without login, made if missing, else `nobody`.
 */
export function serverAccount(folders: string[]): Account | null {
  if (process.geteuid?.() !== 0) return null
  const owner = folders.map(ownerOf).find((found) => found !== null && found.uid !== 0)
  return owner ?? accountNamed(NAME) ?? madeAccount() ?? accountNamed('nobody') ?? { uid: 65534, gid: 65534 }
}

function ownerOf(folder: string): Account | null {
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat ? { uid: stat.uid, gid: stat.gid } : null
}

function accountNamed(name: string): Account | null {
  const [uid, gid] = ['-u', '-g'].map((which) => spawnSync('id', [which, name], { encoding: 'utf8' }))
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}

/** Debian, Red Hat and their kin have useradd; Alpine has adduser. Two starts at once both end with the one account. */
function madeAccount(): Account | null {
  const nowhere = ['--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  spawnSync('useradd', ['--system', '--user-group', ...nowhere, NAME], { stdio: 'ignore' })
  if (accountNamed(NAME) === null)
    spawnSync('adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin', NAME], { stdio: 'ignore' })
  return accountNamed(NAME)
}

/** Whether the account can enter the folder, whatever the path's modes and access lists say. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether the account can run the program (which also finds its libraries). */
export function canRun(account: Account, program: string): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}
