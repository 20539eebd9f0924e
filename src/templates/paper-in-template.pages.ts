import type { FastifyInstance } from 'fastify'
import { paperAt } from '../papers/paper.pages.tsx'
import { sendFile } from '../platform/web/send-paper.ts'
import { inOfficersCouncil } from '../people/officers-council.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { fillForPaper } from './fill-for-paper.ts'
import { WORD } from './template.ts'
import { fileOfTemplate, templateAt } from './template.queries.ts'

/** A paper in a council's own template, for every officer. */
export async function paperInTemplatePages(app: FastifyInstance): Promise<void> {
  app.get('/papers/:round/:number/templates/:slug/:version', async (request, reply) => {
    const { slug, version } = request.params as { slug: string; version: string }
    const { paper, found } = await inOfficersCouncil(request, async (trx) => {
      const one = await paperAt(trx, request)
      const template = await templateAt(trx, slug)
      refuseIf(template.withdrawn, 'conflict', `The template ${template.name} was withdrawn. Go back to the paper and choose another.`)
      return { paper: one, found: await fileOfTemplate(trx, slug, version) }
    })
    if (!paper.matter) return refuse('conflict', 'This paper was made before Heed knew templates. Make it again to have it in one.')
    return sendFile(reply, `${paper.roundName} ${paper.title} ${found.name}`, 'docx', WORD, await fillForPaper(found.bytes, paper.matter))
  })
}
