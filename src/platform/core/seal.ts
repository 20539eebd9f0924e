import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { refuse, refuseIf } from './refusal.ts'

/** What seals the secrets that Heed must be able to use again (the password of a mail server), so that neither the database nor a backup holds them in clear. */
export type SealingKey = Buffer

/** Gives the key when it is needed first: a Heed that keeps no secret makes no key. */
export type KeyOfHeed = () => SealingKey

const FILE = 'heed.key'
const VERSION = 1
const LEAST_SECRET = 20

/**
 * The key of this installation: made from HEED_SECRET, or else kept in a file of the data folder, written once and readable by its owner
 * only. Refuses (unavailable) a HEED_SECRET that could be guessed.
 */
export function keyOfHeed(dataFolder: string, secret: string | undefined = process.env.HEED_SECRET): KeyOfHeed {
  let key: SealingKey | undefined
  return () => (key ??= secret ? keyFrom(secret) : keyInFile(dataFolder))
}

function keyFrom(secret: string): SealingKey {
  refuseIf(secret.length < LEAST_SECRET, 'unavailable', `HEED_SECRET is too short. Give it at least ${LEAST_SECRET} random characters.`)
  return Buffer.from(hkdfSync('sha256', secret, '', 'heed sealing key', 32))
}

/** Linked into its place when it is whole: two Heeds that start at once use the same one. */
function keyInFile(folder: string): SealingKey {
  const path = join(folder, FILE)
  try {
    return readKey(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const making = `${path}.making-${process.pid}-${randomBytes(4).toString('hex')}`
  const opened = openSync(making, 'wx', 0o600)
  writeSync(opened, `${randomBytes(32).toString('base64')}\n`)
  fsyncSync(opened)
  closeSync(opened)
  try {
    linkSync(making, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(making)
  }
  return readKey(path)
}

function readKey(path: string): SealingKey {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  refuseIf(key.length !== 32, 'unavailable', `${path} is damaged: it should hold Heed’s key. Bring it back from a copy.`)
  return key
}

/** The secret as it may be kept: AES-256-GCM, bound to what it is for, so that one sealed thing cannot be put in the place of another. */
export function seal(key: SealingKey, use: string, secret: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(use))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed])
}

/** The secret again. Refuses (unavailable) what was sealed with another key or for another use. */
export function unseal(key: SealingKey, use: string, sealed: Buffer): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(use))
    decipher.setAuthTag(sealed.subarray(13, 29))
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
  } catch {
    return refuse(
      'unavailable',
      `A secret of Heed’s was sealed with another key. Bring back ${FILE} or HEED_SECRET of that Heed, or enter the secret again.`,
    )
  }
}
