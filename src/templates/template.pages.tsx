import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendFile } from '../platform/web/send-paper.ts'
import { inOfficersCouncil, officerOf } from '../people/officers-council.ts'
import { file, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm, readForm } from '../platform/web/form.ts'
import { sentForm } from '../platform/web/sent-form.ts'
import { FieldFault, submitForm } from '../platform/web/submit-form.ts'
import { checkSentTemplate, type TemplateVerdict } from './check-sent-template.ts'
import { exampleMatter } from './example-matter.ts'
import { addTemplate, replaceTemplate, withdrawTemplate } from './keep-template.ts'
import { fillForPaper } from './fill-for-paper.ts'
import { PLACEHOLDERS, valuesOfPaper } from './paper-placeholders.ts'
import { PlaceholderList } from './placeholder.views.tsx'
import { starterTemplate } from './starter-template.ts'
import { type Template, type TemplateSaid, WORD } from './template.ts'
import { fileOfTemplate, latestMatter, listTemplates, templateAt, versionsOfTemplate } from './template.queries.ts'
import { TemplateForm, TemplateList, TemplatePage, WithdrawalForm } from './template.views.tsx'

const SETTINGS = { text: 'Settings', href: '/settings' }
const TEMPLATES = { text: 'Templates', href: '/settings/templates' }
const administrators = { config: { role: 'administrator' as const } }

const templateForm = z.object({ name: text('Enter a name for the template', 100), template: file('Choose the Word document') })
const replacementForm = templateForm.extend({ version: z.coerce.number() })

/** Templates: the list, one with its versions, and how one comes in, is replaced and withdrawn. For administrators. */
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
  ofTemplatePages(app)
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
    const { name, bytes } = await inOfficersCouncil(request, (trx) => {
      const { slug, version } = paramsOf(request)
      return fileOfTemplate(trx, slug, version)
    })
    return sendFile(reply, name, 'docx', WORD, bytes)
  })
  app.get('/settings/templates/:slug/trial', administrators, async (request, reply) => {
    const { template, found, latest } = await inOfficersCouncil(request, async (trx) => {
      const one = await templateAt(trx, paramsOf(request).slug)
      return { template: one, found: await fileOfTemplate(trx, one.slug, String(one.version)), latest: await latestMatter(trx) }
    })
    return sendFile(reply, `${template.name} trial`, 'docx', WORD, await fillForPaper(found.bytes, latest ?? exampleMatter()))
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

const backTo = ({ name, slug }: Template) => ({ text: name, href: `/settings/templates/${slug}` })

function paramsOf(request: FastifyRequest) {
  return request.params as { slug: string; version: string }
}
