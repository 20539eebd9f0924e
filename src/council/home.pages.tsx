import type { FastifyInstance } from 'fastify'
import { officerOf } from '../people/officers-council.ts'
import { EmptyState } from '../platform/web/page-parts.tsx'

/** The first page: what needs this person today. */
export async function homePages(app: FastifyInstance): Promise<void> {
  app.get('/', async (request, reply) => {
    const officer = officerOf(request)
    return reply.page(
      { title: `Welcome, ${officer.name}`, under: '/' },
      <EmptyState title="Start with a document">
        <p class="govuk-body">Bring in the Word document of your last progress report: Heed reads it, and you check what it read.</p>
      </EmptyState>,
    )
  })
}
