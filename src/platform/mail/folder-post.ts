import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { faultOfLetter, type Letter, type Post } from './letter.ts'
import { asMail } from './smtp-post.ts'

/**
 * Where no post is set up, letters are written into a folder as the files that mail programs open, and go to nobody. The same letter written again
 * takes the place of the first.
 */
export function folderPost(folder: string): Post {
  const transport = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true })
  return {
    send: async (letter) => {
      const fault = faultOfLetter(letter)
      if (fault) return { became: 'refused', words: fault }
      const { message } = await transport.sendMail(asMail(letter))
      const file = join(folder, fileName(letter))
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(`${file}.making`, message as Buffer, { mode: 0o600 })
        await rename(`${file}.making`, file)
      } catch (error) {
        return { became: 'delayed', words: `The folder cannot be written to: ${(error as Error).message}` }
      }
      return { became: 'sent', words: `No post is set up, so it went to nobody: it lies in ${file}`, reference: null }
    },
    close: () => transport.close(),
  }
}

function fileName({ id }: Letter): string {
  return `${id.split('@')[0]?.replace(/[^\w-]/g, '') || 'letter'}.eml`
}
