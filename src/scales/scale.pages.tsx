import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm, readForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { submitForm } from '../platform/web/submit-form.ts'
import type { Rule } from '../referee/rulebook.ts'
import { rulebook } from '../referee/rulebook.ts'
import { addScale, correctScale, setRule } from './correct-scale.ts'
import { ruleForm, scaleForm } from './scale.form.ts'
import { listScales, nameOfScale, scaleAt } from './scale.queries.ts'
import { GradesForm, RuleForm, ScaleList, ScaleSummary } from './scale.views.tsx'

const SETTINGS = { text: 'Settings', href: '/settings' }
const SCALES = { text: 'Scales and rules', href: '/settings/scales' }
const administrators = { config: { role: 'administrator' as const } }

/** Grades in the council's own words, and what the referee asks of them. */
export async function scalePages(app: FastifyInstance): Promise<void> {
  app.get('/settings/scales', administrators, async (request, reply) => {
    const scales = await inOfficersCouncil(request, listScales)
    return reply.page({ title: SCALES.text, under: '/settings', breadcrumbs: [SETTINGS] }, <ScaleList scales={scales} />)
  })
  addingPages(app)
  app.get('/settings/scales/:slug', administrators, async (request, reply) => {
    const scale = await inOfficersCouncil(request, (trx) => scaleAt(trx, slugOf(request)))
    return reply.page(
      { title: nameOfScale(scale), under: '/settings', breadcrumbs: [SETTINGS, SCALES] },
      <ScaleSummary scale={scale} rules={rulebook} />,
    )
  })
  gradesPages(app)
  rulePages(app)
}

function addingPages(app: FastifyInstance): void {
  const show = (reply: FastifyReply, form: FilledForm) =>
    reply.page({ title: 'Add a scale', under: '/settings', back: SCALES, form }, <GradesForm form={form} rows={rowsOf(form)} />)
  app.get('/settings/scales/add', administrators, async (_, reply) => show(reply, filledForm()))
  app.post('/settings/scales/add', administrators, async (request, reply) => {
    if (wantsMoreRows(request)) return show(reply, roomier(request))
    return submitForm(request, reply, {
      schema: scaleForm,
      again: (form) => show(reply, form),
      work: async (trx, { said }) => {
        const { slug } = await addScale(trx, officerOf(request), said)
        return { goTo: `/settings/scales/${slug}`, say: `${said.name} was added.` }
      },
    })
  })
}

function gradesPages(app: FastifyInstance): void {
  app.get('/settings/scales/:slug/grades', administrators, (request, reply) => showGrades(request, reply))
  app.post('/settings/scales/:slug/grades', administrators, async (request, reply) => {
    if (wantsMoreRows(request)) return showGrades(request, reply, roomier(request))
    return submitForm(request, reply, {
      schema: scaleForm,
      again: (form) => showGrades(request, reply, form),
      work: async (trx, { said, version }) => {
        const scale = await scaleAt(trx, slugOf(request))
        await correctScale(trx, officerOf(request), scale, said, version)
        return { goTo: `/settings/scales/${scale.slug}`, say: `${said.name} was saved.` }
      },
    })
  })
}

async function showGrades(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const scale = await inOfficersCouncil(request, (trx) => scaleAt(trx, slugOf(request)))
  const { name, version, grades } = scale
  const form =
    typed ??
    filledForm({ name, version, grades: grades.map((grade) => ({ ...grade, code: grade.code === grade.label ? '' : grade.code })) })
  const back = { text: nameOfScale(scale), href: `/settings/scales/${scale.slug}` }
  return reply.page(
    { title: 'Change the grades', caption: nameOfScale(scale), under: '/settings', back, form },
    <GradesForm form={form} rows={rowsOf(form)} />,
  )
}

function rulePages(app: FastifyInstance): void {
  app.get('/settings/scales/:slug/rules/:code', administrators, (request, reply) => showRule(request, reply))
  app.post('/settings/scales/:slug/rules/:code', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: ruleForm,
      again: (form) => showRule(request, reply, form),
      work: async (trx, { version, on, severity, words }) => {
        const scale = await scaleAt(trx, slugOf(request))
        await setRule(trx, officerOf(request), scale, ruleOf(request).code, { on, severity, ...(words ? { words } : {}) }, version)
        return { goTo: `/settings/scales/${scale.slug}`, say: 'The rule was saved.' }
      },
    }),
  )
}

async function showRule(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm) {
  const scale = await inOfficersCouncil(request, (trx) => scaleAt(trx, slugOf(request)))
  const rule = ruleOf(request)
  const own = scale.rules[rule.code]
  const opening = {
    version: scale.version,
    on: own?.on === false ? '' : 'yes',
    severity: own?.severity ?? rule.severity,
    words: own?.words,
  }
  const form = typed ?? filledForm(opening)
  const back = { text: nameOfScale(scale), href: `/settings/scales/${scale.slug}` }
  return reply.page(
    { title: rule.sentence, caption: 'A rule of the referee', under: '/settings', back, form },
    <RuleForm form={form} rule={rule} scale={scale} />,
  )
}

function ruleOf(request: FastifyRequest): Rule {
  const { code } = request.params as { code: string }
  return rulebook.find((rule) => rule.code === code) ?? refuse('not-found', 'The referee has no such rule.')
}

/** Grades on the page: those there are and two more, and never fewer than four. */
function rowsOf(form: FilledForm): number {
  const filled = Object.keys(form.values).flatMap((name) => /^grades\.(\d+)\./.exec(name)?.[1] ?? [])
  const asked = Number(form.values._rows ?? 0)
  return Math.max(4, asked, ...filled.map((index) => Number(index) + (asked || form.faults.length ? 1 : 3)))
}

function wantsMoreRows(request: FastifyRequest): boolean {
  return sentForm(request).more === 'yes'
}

/** The form as typed, with room for three more grades. */
function roomier(request: FastifyRequest): FilledForm {
  const { form } = readForm(scaleForm, sentForm(request))
  return { values: { ...form.values, _rows: String(rowsOf(form) + 3) }, faults: [] }
}

function slugOf(request: FastifyRequest): string {
  return (request.params as { slug: string }).slug
}
