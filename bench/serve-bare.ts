import Fastify from 'fastify'
import pg from 'pg'

// The least that a page can cost: a handler that answers with the bytes of one query, in a process of its own. `serve-bare.ts URL`; it says its address
// to whoever started it, and ends with them.
const pool = new pg.Pool({ connectionString: process.argv[2] })
const app = Fastify()
app.get<{ Params: { slug: string } }>('/rounds/:slug', async (request, reply) => {
  const { rows } = await pool.query<{ html: string }>('select html from bare_page where slug = $1', [request.params.slug])
  return reply.type('text/html; charset=utf-8').send(rows[0]!.html)
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.on('disconnect', () => process.exit())
process.send?.(address)
