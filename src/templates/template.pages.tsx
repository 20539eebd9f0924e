import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listCommittees } from '../council/committee.queries.ts'
import { paperAt, sendFile } from '../papers/paper.pages.tsx'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { fillTemplateApart } from '../platform/documents/fill-template-apart.ts'
import { file, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm, readForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { LAYOUTS } from '../reading/reading.ts'
import { LAYOUT_WORDS } from '../reviews/review.ts'
import type { KeptMatter } from '../papers/record-paper.ts'
import { checkSentTemplate, type TemplateVerdict } from './check-sent-template.ts'
import { chooseDefaults } from './choose-default.ts'
import { exampleMatter } from './example-matter.ts'
import { addTemplate, replaceTemplate, withdrawTemplate } from './keep-template.ts'
import { PLACEHOLDER_SCOPE, PLACEHOLDERS, valuesOfPaper } from './paper-placeholders.ts'
import { PlaceholderList } from './placeholder.views.tsx'
import { starterTemplate } from './starter-template.ts'
import type { Template, TemplateSaid } from './template.ts'
import { fileOfTemplate, latestMatter, listDefaults, listTemplates, templateAt, versionsOfTemplate } from './template.queries.ts'
import { DefaultsForm, TemplateForm, TemplateList, TemplatePage, WithdrawalForm } from './template.views.tsx'

const SETTINGS = { text: 'Settings', href: '/settings' }
const TEMPLATES = { text: 'Templates', href: '/settings/templates' }
const administrators = { config: { role: 'administrator' as const } }
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const templateForm = z.object({ name: text('Enter a name for the template', 100), template: file('Choose the Word document') })
const replacementForm = templateForm.extend({ version: z.coerce.number() })

/** Templates: the list, one with its versions, how one comes in, and a paper in one. Administrators put them in; every officer uses them. */
export async function templatePages(app: FastifyInstance): Promise<void> {
  app.get('/settings/templates', administrators, async (request, reply) => {
    const templates = await inOfficersCouncil(request, listTemplates)
    return reply.page({ title: 'Templates', under: '/settings', breadcrumbs: [SETTINGS] }, <TemplateList templates={templates} />)
  })
  app.get('/settings/templates/starter', administrators, async (_, reply) =>
    sendFile(reply, 'Starter template', 'docx', WORD, await starterTemplate()),
  )
  app.get('/settings/templates/placeholders', administrators, async (request, reply) => {
    const latest = await inOfficersCouncil(request, latestMatter)
    const matter = latest ?? exampleMatter()
    return reply.page(
      { title: 'Placeholders', under: '/settings', breadcrumbs: [SETTINGS, TEMPLATES], wide: true },
      <PlaceholderList names={PLACEHOLDERS} values={valuesOfPaper(matter)} round={latest && matter.round} />,
    )
  })
  addingPages(app)
  defaultPages(app)
  ofTemplatePages(app)
  paperInTemplate(app)
}

function addingPages(app: FastifyInstance): void {
  const show = (reply: FastifyReply, form: FilledForm, verdict?: TemplateVerdict) =>
    reply.page({ title: 'Add a template', under: '/settings', back: TEMPLATES, form }, <TemplateForm form={form} verdict={verdict} />)
  app.get('/settings/templates/add', administrators, async (_, reply) => show(reply, filledForm()))
  app.post('/settings/templates/add', administrators, async (request, reply) => {
    const verdict = await verdictOn(request)
    return submitForm(request, reply, {
      schema: templateForm,
      again: (form) => show(reply, form, verdict),
      work: async (trx, said) => {
        const { slug } = await addTemplate(trx, officerOf(request), takenOrFault(said, verdict))
        return { goTo: `/settings/templates/${slug}`, say: `${said.name} was added. Papers can be had in it now.` }
      },
    })
  })
}

function ofTemplatePages(app: FastifyInstance): void {
  app.get('/settings/templates/:slug', administrators, async (request, reply) => {
    const { template, versions } = await inOfficersCouncil(request, async (trx) => {
      const found = await templateAt(trx, paramsOf(request).slug)
      return { template: found, versions: await versionsOfTemplate(trx, found.id) }
    })
    return reply.page(
      { title: template.name, under: '/settings', breadcrumbs: [SETTINGS, TEMPLATES] },
      <TemplatePage template={template} versions={versions} />,
    )
  })
  app.get('/settings/templates/:slug/versions/:version', administrators, async (request, reply) => {
    const { name, bytes } = await inOfficersCouncil(request, (trx) => fileAt(trx, request))
    return sendFile(reply, name, 'docx', WORD, bytes)
  })
  app.get('/settings/templates/:slug/trial', administrators, async (request, reply) => {
    const { template, found, latest } = await inOfficersCouncil(request, async (trx) => {
      const one = await templateAt(trx, paramsOf(request).slug)
      return { template: one, found: await fileOfTemplate(trx, one.slug, one.version), latest: await latestMatter(trx) }
    })
    return sendFile(reply, `${template.name} trial`, 'docx', WORD, await filled(found.bytes, latest ?? exampleMatter()))
  })
  replacementPages(app)
  app.get('/settings/templates/:slug/withdrawal', administrators, (request, reply) => showWithdrawal(request, reply, filledForm()))
  app.post('/settings/templates/:slug/withdrawal', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({}),
      again: (form) => showWithdrawal(request, reply, form),
      work: async (trx) => {
        const template = await templateAt(trx, paramsOf(request).slug)
        await withdrawTemplate(trx, officerOf(request), template)
        return { goTo: '/settings/templates', say: `${template.name} was withdrawn. It is offered for no paper now.` }
      },
    }),
  )
}

function replacementPages(app: FastifyInstance): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, typed?: FilledForm, verdict?: TemplateVerdict) => {
    const template = await inOfficersCouncil(request, (trx) => templateAt(trx, paramsOf(request).slug))
    const form = typed ?? filledForm({ name: template.name, version: template.version })
    return reply.page(
      { title: 'Replace the template', caption: template.name, under: '/settings', back: backTo(template), form },
      <TemplateForm form={form} verdict={verdict} replacing />,
    )
  }
  app.get('/settings/templates/:slug/replacement', administrators, (request, reply) => show(request, reply))
  app.post('/settings/templates/:slug/replacement', administrators, async (request, reply) => {
    const verdict = await verdictOn(request)
    return submitForm(request, reply, {
      schema: replacementForm,
      again: (form) => show(request, reply, form, verdict),
      work: async (trx, { version, ...said }) => {
        const template = await templateAt(trx, paramsOf(request).slug)
        await replaceTemplate(trx, officerOf(request), template, takenOrFault(said, verdict), version)
        return { goTo: `/settings/templates/${template.slug}`, say: `${said.name} was replaced. The version before stays on the record.` }
      },
    })
  })
}

async function showWithdrawal(request: FastifyRequest, reply: FastifyReply, form: FilledForm): Promise<FastifyReply> {
  const template = await inOfficersCouncil(request, (trx) => templateAt(trx, paramsOf(request).slug))
  return reply.page(
    { title: 'Withdraw this template?', caption: template.name, under: '/settings', back: backTo(template), form },
    <WithdrawalForm />,
  )
}

function defaultPages(app: FastifyInstance): void {
  app.get('/settings/templates/defaults', administrators, (request, reply) => showDefaults(request, reply))
  app.post('/settings/templates/defaults', administrators, (request, reply) =>
    submitForm(request, reply, {
      schema: z.object({ committee: z.record(z.string(), z.string()).default({}), layout: z.record(z.string(), z.string()).default({}) }),
      again: (form) => showDefaults(request, reply, form),
      work: async (trx, sent) => {
        const templates = await listTemplates(trx)
        const template = (id: string | undefined) => templates.find((one) => one.id === id && !one.withdrawn) ?? null
        const committees = (await listCommittees(trx)).map(({ id, slug, name }) => ({
          of: 'committee' as const,
          key: id,
          words: name,
          template: template(sent.committee[slug]),
        }))
        const layouts = LAYOUTS.map((layout) => ({
          of: 'layout' as const,
          key: layout,
          words: LAYOUT_WORDS[layout],
          template: template(sent.layout[layout]),
        }))
        await chooseDefaults(trx, officerOf(request), [...committees, ...layouts])
        return { goTo: '/settings/templates', say: 'What is offered first was saved.' }
      },
    }),
  )
}

async function showDefaults(request: FastifyRequest, reply: FastifyReply, typed?: FilledForm): Promise<FastifyReply> {
  const { committees, templates, defaults } = await inOfficersCouncil(request, async (trx) => ({
    committees: await listCommittees(trx),
    templates: (await listTemplates(trx)).filter(({ withdrawn }) => !withdrawn),
    defaults: await listDefaults(trx),
  }))
  const chosen = (of: string, key: string) => defaults.find((one) => one.of === of && one.key === key)?.templateId ?? ''
  const form =
    typed ??
    filledForm({
      committee: Object.fromEntries(committees.map(({ id, slug }) => [slug, chosen('committee', id)])),
      layout: Object.fromEntries(LAYOUTS.map((layout) => [layout, chosen('layout', layout)])),
    })
  return reply.page(
    { title: 'Which template is offered first?', under: '/settings', back: TEMPLATES, form },
    <DefaultsForm form={form} committees={committees.filter(({ closed }) => !closed)} templates={templates} />,
  )
}

function paperInTemplate(app: FastifyInstance): void {
  app.get('/papers/:round/:number/templates/:slug/:version', async (request, reply) => {
    const { paper, found } = await inOfficersCouncil(request, async (trx) => {
      const one = await paperAt(trx, request)
      const template = await templateAt(trx, paramsOf(request).slug)
      refuseIf(template.withdrawn, 'conflict', `The template ${template.name} was withdrawn. Go back to the paper and choose another.`)
      return { paper: one, found: await fileAt(trx, request) }
    })
    if (!paper.matter) return refuse('conflict', 'This paper was made before Heed knew templates. Make it again to have it in one.')
    return sendFile(reply, `${paper.title} ${found.name}`, 'docx', WORD, await filled(found.bytes, paper.matter))
  })
}

/** The template filled with a paper's matter. Refuses (conflict) where today's Heed finds an error in it that an earlier one did not. */
async function filled(bytes: Buffer, matter: KeptMatter): Promise<Uint8Array> {
  const { file: made, faults } = await fillTemplateApart({
    bytes,
    scope: PLACEHOLDER_SCOPE,
    values: valuesOfPaper(matter),
    title: matter.title,
  })
  return (
    made ??
    refuse(
      'conflict',
      `This template cannot be filled: ${faults[0]?.message ?? 'the reason is not known.'} An administrator can replace it.`,
    )
  )
}

/** What is found in the file that was sent; undefined where none was, and the form's own schema will say so. */
async function verdictOn(request: FastifyRequest): Promise<TemplateVerdict | undefined> {
  const form = readForm(z.object({ template: templateForm.shape.template }), sentForm(request))
  if (!form.ok) return undefined
  const latest = await inOfficersCouncil(request, latestMatter)
  return checkSentTemplate(form.values.template.bytes, latest)
}

function takenOrFault({ name, template }: z.output<typeof templateForm>, verdict: TemplateVerdict | undefined): TemplateSaid {
  const { errors = [], warnings = [] } = verdict ?? {}
  if (errors.length > 0) {
    const many = `There are ${errors.length} things to put right in this template: see To put right in Word`
    throw new FieldFault('template', errors.length === 1 ? errors[0]!.message : many)
  }
  return { name, fileName: template.name.split(/[/\\]/).at(-1)?.trim().slice(0, 200) || 'template.docx', bytes: template.bytes, warnings }
}

function fileAt(trx: Parameters<typeof fileOfTemplate>[0], request: FastifyRequest) {
  const { slug, version } = paramsOf(request)
  return fileOfTemplate(trx, slug, /^\d{1,6}$/.test(version) ? Number(version) : 0)
}

const backTo = ({ name, slug }: Template) => ({ text: name, href: `/settings/templates/${slug}` })

function paramsOf(request: FastifyRequest) {
  return request.params as { slug: string; version: string }
}
