import { join } from 'node:path'
import { unseal, type KeyOfHeed } from '../platform/core/seal.ts'
import { folderPost } from '../platform/mail/folder-post.ts'
import type { Post } from '../platform/mail/letter.ts'
import { notifyPost } from '../platform/mail/notify-post.ts'
import { smtpPost } from '../platform/mail/smtp-post.ts'
import { secretUse, type SavedPostSettings } from './post-settings.ts'

/** The posts of all councils, each opened when it is needed first and kept until its settings change. */
export interface OpenPosts {
  /** Refuses (unavailable) where a secret was sealed with another key. */
  postOf: (councilId: string, settings: SavedPostSettings) => Post
  close: () => void
}

export interface PostSurroundings {
  key: KeyOfHeed
  /** Where letters are written that go nowhere. */
  folder: string
  notifyAddress?: string
}

export function openPosts({ key, folder, notifyAddress }: PostSurroundings): OpenPosts {
  const open = new Map<string, { version: number; post: Post }>()
  const make = (councilId: string, settings: SavedPostSettings): Post => {
    const secret = (use: 'smtp' | 'notify', sealed: Buffer | null) => (sealed ? unseal(key(), secretUse(councilId, use), sealed) : '')
    if (settings.post === 'folder') return folderPost(join(folder, councilId))
    if (settings.post === 'notify')
      return notifyPost({ key: secret('notify', settings.notifySealed), template: settings.notifyTemplate }, notifyAddress)
    const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUser: user } = settings
    return smtpPost({ host, port, security, user, password: secret('smtp', settings.smtpSealed) })
  }
  return {
    postOf: (councilId, settings) => {
      const kept = open.get(councilId)
      if (kept?.version === settings.version) return kept.post
      const post = make(councilId, settings)
      kept?.post.close()
      open.set(councilId, { version: settings.version, post })
      return post
    },
    close: () => {
      for (const { post } of open.values()) post.close()
    },
  }
}
