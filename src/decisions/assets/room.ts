// A meeting as it is held: every line is at hand without loading another page, is decided by button or key, and what is decided is kept on this device
// until Heed has answered. Without this each press is a form of its own.
import { keepRoom } from './keep-room.ts'
import { openKept, waitsFor, type KeptDecision } from './kept-decisions.ts'
import { sendKept } from './send-decisions.ts'

const KEYS: Record<string, string> = {
  a: 'agree',
  s: 'sign-off',
  c: 'challenge',
  d: 'defer',
  k: 'call',
  e: 'grant-extension',
  r: 'refuse-extension',
  x: 'close',
}
/** What a decision cannot be without, and what is said where it is missing. */
const NEEDED: Record<string, [fields: string[], words: string]> = {
  challenge: [['grade', 'words'], 'Choose the committee’s own grade or write its words, then press Enter.'],
  close: [['closeEnding'], 'Choose how it ended, then press Enter.'],
  'refuse-extension': [['words'], 'Write why the later date is refused, then press Esc and r.'],
  reopen: [['words'], 'Write why it is taken up again.'],
}
/** Leads to a field of the decision before it is pressed. */
const LEADS: Record<string, [kind: string, field: string, words: string]> = {
  b: ['sign-off', 'checkBack', 'Choose when it is asked again whether it stuck, then press Enter.'],
}
const REFRESH_MS = 1500

const root = document.querySelector<HTMLElement>('[data-room]')
if (root && 'indexedDB' in window) void holdRoom(root).catch(() => undefined)

async function holdRoom(room: HTMLElement): Promise<void> {
  const kept = await openKept()
  const meeting = room.dataset.meeting ?? ''
  const officer = { id: room.dataset.officer ?? '', name: room.dataset.officerName ?? '' }
  const token = room.querySelector<HTMLInputElement>('input[name="_token"]')?.value ?? ''
  const channel = new BroadcastChannel('heed-room')
  const says = room.querySelector<HTMLElement>('[data-says]')
  let current = room.querySelector<HTMLElement>('[data-line]')!
  let sections = [current]
  let pending: string | null = null
  let refreshing = 0
  let inTheWay: string | null = null

  const send = sendKept(kept, officer, token, {
    changed: showKept,
    recorded: (decision, words) => {
      tell(decision.address, words, false)
      window.clearTimeout(refreshing)
      refreshing = window.setTimeout(() => void loadLines(), REFRESH_MS)
    },
  })

  /** Fetches every line, so that the meeting goes on without a connection; what is typed on the line that is shown stays. */
  async function loadLines(): Promise<void> {
    const answer = await fetch(room.dataset.room ?? '').catch(() => null)
    if (!answer?.ok || answer.redirected) return void window.setTimeout(() => void loadLines(), 10_000)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const waiting = await kept.all()
    const found = [...page.querySelectorAll<HTMLElement>('[data-line]')]
    if (!found.some(({ dataset }) => dataset.line === current.dataset.line)) return
    sections = found.map((section) => {
      const isShown = section.dataset.line === current.dataset.line
      const before = sections.find(({ dataset }) => dataset.line === section.dataset.line)
      if (before && waiting.some(({ address }) => address === section.dataset.line)) return before
      if (!isShown) return replaced(section, before)
      bring(section, current, '[data-decided]')
      bring(section, current, '.decisions-buttons')
      const field = (of: HTMLElement) => of.querySelector<HTMLInputElement>('[name$=".basedOn"]')
      if (field(current) && field(section)) field(current)!.value = field(section)!.value
      return current
    })
    showSteps()
  }

  function replaced(section: HTMLElement, before: HTMLElement | undefined): HTMLElement {
    const own = document.importNode(section, true)
    own.hidden = true
    before?.remove()
    room.insertBefore(own, room.querySelector('.decisions-steps'))
    return own
  }

  function bring(from: HTMLElement, to: HTMLElement, selector: string): void {
    const [fresh, old] = [from.querySelector(selector), to.querySelector(selector)]
    if (fresh && old && !old.contains(document.activeElement)) old.replaceChildren(...document.importNode(fresh, true).childNodes)
  }

  function show(section: HTMLElement | undefined): void {
    if (!section) return
    pending = null
    current.hidden = true
    section.hidden = false
    current = section
    history.replaceState(null, '', section.dataset.line)
    section.querySelector<HTMLElement>('h2')?.focus()
    window.scrollTo(0, 0)
    showSteps()
    announce()
  }

  function step(by: 1 | -1): void {
    if (beside(by)) show(beside(by))
    else say(by > 0 ? 'This is the last line.' : 'This is the first line.')
  }

  const beside = (by: number) => sections[sections.indexOf(current) + by]

  function showSteps(): void {
    for (const [rel, by] of [
      ['prev', -1],
      ['next', 1],
    ] as const) {
      const steps = room.querySelector<HTMLElement>('.decisions-steps')!
      let link = steps.querySelector<HTMLAnchorElement>(`[rel="${rel}"]`)
      const to = beside(by)
      if (!link && to) {
        link = document.createElement('a')
        link.className = 'govuk-link'
        link.rel = rel
        link.setAttribute('aria-keyshortcuts', rel[0]!)
        link.textContent = rel === 'prev' ? 'Previous line' : 'Next line'
        if (by < 0) steps.prepend(link)
        else steps.append(link)
      }
      if (sections.length > 1 && link) link.hidden = !to
      if (link && to) link.href = to.dataset.line ?? ''
    }
  }

  const control = (name: string) =>
    current.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name="${current.dataset.fields}.${name}"]:not(button)`)
  const value = (name: string) => control(name)?.value.trim() ?? ''

  async function press(kind: string): Promise<void> {
    if (!current.querySelector(`[data-kind="${kind}"]`)) return say(room.dataset.begins ?? 'That cannot be decided on this line.')
    const [needed, words] = NEEDED[kind] ?? [[], '']
    if (needed.length > 0 && needed.every((name) => value(name) === '')) return lead(kind, needed[0]!, words)
    const section = current
    const key = newKey()
    const [, item = '', line = ''] = /\/room\/([^/]+)\/([^/]+)$/.exec(section.dataset.line ?? '') ?? []
    const names = ['grade', 'words', 'signOffEnding', 'closeEnding', 'movedBy', 'secondedBy', 'minuteReference', 'checkBack', 'warned', 'basedOn']
    const fields = Object.fromEntries(names.map((name) => [name, value(name)]))
    Object.assign(fields, { kind, item, line, deviceKey: key, decidedAt: new Date().toISOString() })
    control('basedOn')!.value = key
    const name = section.querySelector('h2')?.textContent?.trim() ?? ''
    const address = section.dataset.line ?? ''
    await kept.add({ meeting, by: officer, to: room.dataset.send ?? '', address, name, kind, fields, refused: null })
    for (const used of ['grade', 'words', 'signOffEnding', 'closeEnding', 'checkBack'] as const) if (control(used)) control(used)!.value = ''
    tell(address, section.querySelector(`[data-kind="${kind}"]`)?.firstChild?.textContent ?? kind, true)
    showKept(await kept.all(), inTheWay)
    room.dataset.pressed = String(Number(room.dataset.pressed ?? 0) + 1)
    const next = nextToDecide()
    if (next) show(next)
    send()
    if (!next) say('That was the last line. All lines leads to the list of decisions.')
  }

  /** To a field of the line, with what Enter then decides. */
  function lead(kind: string, field: string, words: string): void {
    if (!current.querySelector(`[data-kind="${kind}"]`) || !control(field)) return say(room.dataset.begins ?? 'That cannot be decided on this line.')
    pending = kind
    control(field)!.focus()
    say(words)
  }

  /** One key after another: a quick second one is about the line that the first led to. */
  let working = Promise.resolve()
  const inTurn = (work: () => void | Promise<void>): void => {
    working = working.then(work).catch(() => say('This browser could not keep the decision. Reload the page, and press again.'))
  }

  const isDecided = (section: HTMLElement) => section.querySelector('[data-decided] .govuk-tag') !== null
  /** What is to be decided next: after this line, else anywhere; when all is decided, the line after this. */
  const nextToDecide = () => [...sections.slice(sections.indexOf(current) + 1), ...sections].find((section) => !isDecided(section)) ?? beside(1)

  /** Shows on the line, and on the screen in the room, what was decided. */
  function tell(address: string, words: string, isWaiting: boolean): void {
    const place = sections.find(({ dataset }) => dataset.line === address)?.querySelector('[data-decided]')
    if (place) {
      const tag = document.createElement('strong')
      tag.className = 'govuk-tag'
      tag.textContent = words
      const told = document.createElement('p')
      told.className = 'decisions-decided'
      told.append(tag, isWaiting ? ' Kept on this device until Heed has it' : '')
      place.replaceChildren(told)
    }
    channel.postMessage({ meeting, decided: address, words })
  }

  function announce(): void {
    channel.postMessage({ meeting, line: current.dataset.line })
  }

  function say(words: string): void {
    const box = room.querySelector<HTMLElement>('.decisions-waiting')
    if (box) box.hidden = false
    if (says) says.textContent = words
  }

  function showKept(all: KeptDecision[], trouble: string | null): void {
    inTheWay = trouble
    const here = all.filter((one) => one.meeting === meeting)
    const waiting = here.filter((one) => waitsFor(officer, one)).length
    const held = here.filter((one) => !waitsFor(officer, one))
    const box = room.querySelector<HTMLElement>('.decisions-waiting')
    const list = room.querySelector<HTMLElement>('[data-refused]')
    if (!box || !list || !says) return
    box.dataset.count = String(waiting)
    box.hidden = waiting + held.length === 0
    const wait = waiting === 1 ? '1 decision waits' : `${waiting} decisions wait`
    says.textContent = waiting > 0 ? [trouble, `${wait} on this device and will be sent.`].filter(Boolean).join(' ') : ''
    list.replaceChildren(...held.map(heldItem))
  }

  /** One that Heed did not record, or that another officer pressed here: that waits for them, unless whoever is here now sends it. */
  function heldItem(decision: KeptDecision): HTMLElement {
    const { refused, by, name } = decision
    const item = document.createElement('li')
    const link = Object.assign(document.createElement('a'), { className: 'govuk-link', href: decision.address, textContent: name })
    const whose = by?.name ?? 'somebody else'
    const own = { ...decision, by: officer }
    const take = choice('Send it as yours', `Send as yours what ${whose} decided on ${name}`, () => kept.change(own))
    const drop = choice('Put aside', `Put aside what was not recorded on ${name}`, () => kept.remove(decision.number))
    if (refused !== null) item.append('Not recorded: ', link, ` ${refused} `, drop)
    else item.append(`Not sent, since ${whose} pressed it and is not signed in here: `, link, ' ', take, ' ', drop)
    return item
  }

  function choice(text: string, label: string, work: () => Promise<void>): HTMLElement {
    const button = Object.assign(document.createElement('button'), { className: 'decisions-link', type: 'button', textContent: text })
    button.setAttribute('aria-label', label)
    button.addEventListener('click', () => void work().then(send).then(loadLines))
    return button
  }

  room.addEventListener('submit', (event) => {
    event.preventDefault()
    const kind = (event.submitter as HTMLElement | null)?.dataset.kind ?? pending
    if (kind) inTurn(() => press(kind))
    else say('Press the button of what is decided.')
  })
  room.addEventListener('click', (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('.decisions-steps a[rel]')
    const to = link && beside(link.rel === 'prev' ? -1 : 1)
    if (!to) return
    event.preventDefault()
    show(to)
  })
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement
    const isTyping = target.matches('input, select, textarea, [contenteditable]')
    if (event.key === 'Escape' && isTyping) return target.blur()
    if (event.key === 'Enter' && pending && target.matches('select, input') && room.contains(target)) {
      event.preventDefault()
      const kind = pending
      return inTurn(() => press(kind))
    }
    const isOn = room.querySelector<HTMLInputElement>('[data-keys]')?.checked
    if (isTyping || !isOn || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const key = event.key.toLowerCase()
    if (!KEYS[key] && !LEADS[key] && key !== 'n' && key !== 'p') return
    event.preventDefault()
    if (LEADS[key]) return inTurn(() => lead(...LEADS[key]!))
    inTurn(() => (KEYS[key] ? press(KEYS[key]) : step(key === 'n' ? 1 : -1)))
  })
  channel.addEventListener('message', ({ data }: MessageEvent<{ hello?: string }>) => {
    if (data.hello === meeting) announce()
  })

  // Whoever uses no keys turns them off for good.
  const keys = room.querySelector<HTMLInputElement>('[data-keys]')
  if (keys) {
    keys.checked = localStorage.getItem('heed-room-keys') !== 'off'
    keys.addEventListener('change', () => localStorage.setItem('heed-room-keys', keys.checked ? 'on' : 'off'))
  }
  room.querySelector<HTMLElement>('.decisions-keys')!.hidden = false
  for (const decision of await kept.all()) if (waitsFor(officer, decision)) tell(decision.address, decision.kind, true)
  announce()
  send()
  await loadLines()
  // Opened from what was kept for another line: the one that was asked for is shown.
  const asked = sections.find(({ dataset }) => dataset.line === location.pathname)
  if (asked && asked !== current) show(asked)
  room.dataset.ready = 'yes'
  await keepRoom(room.dataset.room?.replace(/\/lines$/, '') ?? '', current.dataset.line ?? '')
  room.dataset.kept = 'yes'
}

/** Browsers make keys only over a secure connection; random bytes everywhere. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
