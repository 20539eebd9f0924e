import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { visitorOf, type Visitor } from './visitor.ts'

/** A visitor of a Heed in another process, over the web. While it is away they try again, with the same words, as a browser's person does. */
export function visitorOnTheWeb(origin: string, givesUp: () => boolean, cookies = new Map<string, string>()): Visitor {
  const inject = async ({ method, url, headers, payload }: Asked) => {
    for (;;) {
      try {
        return await answerOf(await fetch(new URL(url, origin), { method, headers, body: payload, redirect: 'manual' }))
      } catch (error) {
        if (givesUp()) throw error
        await sleep(50)
      }
    }
  }
  return visitorOf({ inject } as unknown as FastifyInstance, cookies)
}

interface Asked {
  method: string
  url: string
  headers: Record<string, string>
  payload?: string
}

async function answerOf(response: Response) {
  // What a server that is being killed cuts short is no answer.
  const body = await response.text()
  if (response.status >= 500) throw new Error(`${response.status}: ${body.slice(0, 200)}`)
  const cookies = response.headers.getSetCookie().map((words) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(words) ?? []
    return { name, value, maxAge: /max-age=0/i.test(words) ? 0 : undefined }
  })
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body, cookies }
}
