import type { ComponentChildren } from 'preact'
import type { Fault, FilledForm } from './form.ts'
import { idOf } from './form.ts'
import { FormToken } from './form-fields.tsx'
import { Govuk } from './govuk.tsx'
import { Banner } from './page-parts.tsx'

export interface Link {
  text: string
  href: string
}

/** A word of the navigation. Pages under `also`, another address, are under it too. */
export interface NavigationWord extends Link {
  also?: string
}

/** What surrounds every page, whoever asks: whose Heed it is and where this person may go. */
export interface Surroundings {
  /** The council's name, or Heed where none is known yet. */
  name: string
  /** `#rrggbb` */
  colour: string
  /** Where this person begins, if that is not the first page. */
  home?: string
  /** At most six words, those that this person may use. */
  navigation: NavigationWord[]
  person: { name: string; href: string; signOut: string } | null
  formToken: string
}

export interface PageOptions {
  /** The page's heading and, with the council's name, the window's title. On a form: the question. */
  title: string
  /** Whose page it is, where that is not told by who asks. */
  of?: Pick<Surroundings, 'name' | 'colour' | 'home'>
  /** A small line above the heading: which review, which round. */
  caption?: string
  /** false: the page shows its own `<h1>` (a single question whose label is the heading). */
  heading?: false
  /** Which word of the navigation this page is under, by its address. */
  under?: string
  breadcrumbs?: Link[]
  /** Instead of breadcrumbs, on a form. */
  back?: Link
  /** The page's form: its faults are summed up above the heading and counted in the window's title. */
  form?: FilledForm
  /** The whole width of the page, for tables. */
  wide?: boolean
  /** Scripts that this page adds, by name: `rounds/speak.ts`. */
  scripts?: string[]
  /** 200, or 422 where `form` has faults. */
  status?: number
}

export interface PageAssets {
  stylesheet: string
  councilSheet: string
  icon: string
  scripts: string[]
}

interface LayoutProps {
  page: PageOptions
  around: Surroundings
  assets: PageAssets
  flash: string | null
  /** Which signed-in visit the page is of; blank where nobody is signed in, undefined where the page does not know. */
  visit?: string | undefined
  children: ComponentChildren
}

export function Layout({ page, around, assets, flash, visit, children }: LayoutProps) {
  const faults = page.form?.faults ?? []
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{windowTitle(page, around, faults)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={around.colour} />
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.stylesheet} />
        <link rel="stylesheet" href={assets.councilSheet} />
        {assets.scripts.map((script) => (
          <script type="module" src={script}></script>
        ))}
      </head>
      <body class="govuk-template__body" data-visit={visit}>
        <Govuk name="skip-link" options={{ href: '#main-content', text: 'Skip to main content' }} />
        <Header around={around} page={page} />
        <div class={containerOf(page)}>
          <Trail page={page} />
          <main class="govuk-main-wrapper" id="main-content">
            <FormToken.Provider value={around.formToken}>
              {faults.length > 0 && <ErrorSummary faults={faults} />}
              {flash && <Banner success>{flash}</Banner>}
              {page.heading !== false && <Heading title={page.title} caption={page.caption} />}
              {children}
            </FormToken.Provider>
          </main>
        </div>
        <Footer name={around.name} page={page} />
      </body>
    </html>
  )
}

function containerOf({ wide }: PageOptions): string {
  return `govuk-width-container${wide ? ' heed-wide' : ''}`
}

function windowTitle({ title, caption }: PageOptions, { name }: Surroundings, faults: Fault[]): string {
  const errors = faults.length === 0 ? '' : faults.length === 1 ? '1 error: ' : `${faults.length} errors: `
  return `${errors}${[title, caption, name, name === 'Heed' ? '' : 'Heed'].filter(Boolean).join(' – ')}`
}

function Heading({ title, caption }: { title: string; caption?: string | undefined }) {
  return (
    <>
      {caption && <span class="govuk-caption-l">{caption}</span>}
      <h1 class="govuk-heading-l">{title}</h1>
    </>
  )
}

function Header({ around, page }: { around: Surroundings; page: PageOptions }) {
  const container = containerOf(page)
  return (
    <header class="heed-header">
      <div class="heed-header__band">
        <div class={`${container} heed-header__row`}>
          <a class="heed-header__name" href={around.home ?? '/'}>
            {around.name}
            {around.name !== 'Heed' && <span class="heed-header__product">Heed</span>}
          </a>
          {around.person && <Person {...around.person} token={around.formToken} />}
        </div>
      </div>
      {around.navigation.length > 0 && (
        <nav class="heed-nav" aria-label="Main">
          <ul class={`${container} heed-nav__list`}>
            {around.navigation.map(({ text, href, also }) => (
              <li>
                <a
                  class="heed-nav__link"
                  href={href}
                  aria-current={page.under === href || (also && page.under === also) ? 'page' : undefined}
                >
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}

/** Signing out changes something, so it is a form and not a link. */
function Person({ name, href, signOut, token }: { name: string; href: string; signOut: string; token: string }) {
  return (
    <form class="heed-header__person" action={signOut} method="post">
      <input type="hidden" name="_token" value={token} />
      <a href={href}>{name}</a>
      <button type="submit">Sign out</button>
    </form>
  )
}

function Trail({ page }: { page: PageOptions }) {
  if (page.back)
    return (
      <nav aria-label="Back">
        <Govuk name="back-link" options={{ text: page.back.text, href: page.back.href }} />
      </nav>
    )
  if (!page.breadcrumbs?.length) return null
  const items = [...page.breadcrumbs, { text: page.title, href: undefined }]
  return <Govuk name="breadcrumbs" options={{ items, collapseOnMobile: true, labelText: 'Breadcrumb' }} />
}

function ErrorSummary({ faults }: { faults: Fault[] }) {
  const errorList = faults.map(({ field, message }) => ({ text: message, href: field === null ? undefined : `#${idOf(field)}` }))
  return <Govuk name="error-summary" options={{ titleText: 'There is a problem', errorList }} />
}

function Footer({ name, page }: { name: string; page: PageOptions }) {
  return (
    <footer class="heed-footer">
      <div class={containerOf(page)}>
        <p>
          {name === 'Heed' ? 'Heed keeps the record of what was recommended and what was done.' : `${name} keeps this record with Heed.`}
        </p>
      </div>
    </footer>
  )
}
