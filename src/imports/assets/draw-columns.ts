// Lines between columns that are dragged on the drawing of a page, by pointer or by keyboard. Each stands for one of the form's boxes, which say
// the same in millimetres; without this the boxes are enough.
const STEP_MM = 25.4 / 72

const drawing = document.querySelector<HTMLElement>('[data-lines]')
const boxes = drawing?.parentElement?.querySelector<HTMLElement>('.imports-places')
if (drawing && boxes) drawLines(drawing, boxes, Number(drawing.dataset.lines))

function drawLines(place: HTMLElement, list: HTMLElement, width: number): void {
  place.querySelector('[data-drawn-lines]')?.remove()
  const layer = document.createElement('div')
  layer.className = 'imports-lines'
  place.append(layer)
  const adding = document.createElement('button')
  adding.type = 'button'
  adding.className = 'govuk-button govuk-button--secondary imports-lines__add'
  adding.textContent = 'Add a line'
  const help = document.createElement('p')
  help.className = 'govuk-hint'
  help.textContent =
    'Drag a line, or move it with the arrow keys (with Shift, further). Delete takes it away. Press on the page to add one.'
  place.before(help)
  place.after(adding)

  const inputs = (): HTMLInputElement[] => [...list.querySelectorAll<HTMLInputElement>('input')]
  const valueOf = (input: HTMLInputElement): number => Number(input.value.replace(',', '.'))
  for (const input of inputs()) {
    if (input.value !== '') layer.append(sliderFor(input))
    input.addEventListener('input', () => redraw())
  }
  number()

  adding.addEventListener('click', () => add(widestGap(), true))
  layer.addEventListener('click', (event) => {
    if (event.target === layer) add(placeOf(event.clientX), true)
  })

  /** A line for a box: its handle is a slider whose value is the box's. */
  function sliderFor(input: HTMLInputElement): HTMLElement {
    const slider = document.createElement('div')
    slider.className = 'imports-lines__line'
    slider.tabIndex = 0
    slider.setAttribute('role', 'slider')
    slider.setAttribute('aria-orientation', 'horizontal')
    slider.setAttribute('aria-valuemin', '0')
    slider.setAttribute('aria-valuemax', String(width))
    slider.dataset.box = input.id
    put(slider, valueOf(input))
    slider.addEventListener('keydown', (event) => press(event, slider, input))
    slider.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      slider.focus()
      slider.setPointerCapture(event.pointerId)
      const drag = (moved: PointerEvent): void => move(slider, input, placeOf(moved.clientX))
      const drop = (): void => {
        slider.removeEventListener('pointermove', drag)
        slider.removeEventListener('pointerup', drop)
        slider.removeEventListener('pointercancel', drop)
        tell(input)
      }
      slider.addEventListener('pointermove', drag)
      slider.addEventListener('pointerup', drop)
      slider.addEventListener('pointercancel', drop)
    })
    return slider
  }

  function press(event: KeyboardEvent, slider: HTMLElement, input: HTMLInputElement): void {
    const step = event.shiftKey ? 10 * STEP_MM : STEP_MM
    const steps: Record<string, number> = {
      ArrowLeft: -step,
      ArrowDown: -step,
      ArrowRight: step,
      ArrowUp: step,
      PageDown: -10 * STEP_MM,
      PageUp: 10 * STEP_MM,
    }
    const by = steps[event.key]
    if (by !== undefined) move(slider, input, valueOf(input) + by)
    else if (event.key === 'Home') move(slider, input, 2)
    else if (event.key === 'End') move(slider, input, width - 2)
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(slider, input)
    else return
    event.preventDefault()
    tell(input)
  }

  function move(slider: HTMLElement, input: HTMLInputElement, to: number): void {
    const within = Math.round(Math.min(width - 2, Math.max(2, to)) * 10) / 10
    input.value = String(within)
    put(slider, within)
  }

  function remove(slider: HTMLElement, input: HTMLInputElement): void {
    const next = (slider.nextElementSibling ?? slider.previousElementSibling ?? adding) as HTMLElement
    input.value = ''
    slider.remove()
    number()
    next.focus()
  }

  function add(at: number, focused: boolean): void {
    const input = inputs().find(({ value }) => value === '') ?? anotherBox()
    if (!input) return
    const slider = sliderFor(input)
    layer.append(slider)
    move(slider, input, at)
    number()
    if (focused) slider.focus()
    tell(input)
  }

  /** A box like the last, under the next number. */
  function anotherBox(): HTMLInputElement | undefined {
    const last = inputs().at(-1)?.closest<HTMLElement>('.govuk-form-group')
    const count = inputs().length
    if (!last || count >= 30) return undefined
    const group = last.cloneNode(true) as HTMLElement
    const [input, label] = [group.querySelector('input')!, group.querySelector('label')!]
    Object.assign(input, { id: `lines-${count}`, name: `lines.${count}`, value: '' })
    label.htmlFor = input.id
    label.textContent = `Line ${count + 1}`
    last.after(group)
    input.addEventListener('input', () => redraw())
    return input
  }

  /** Boxes that somebody types in move their lines. */
  function redraw(): void {
    layer.replaceChildren(...inputs().flatMap((input) => (valueOf(input) > 0 ? [sliderFor(input)] : [])))
    number()
  }

  function put(slider: HTMLElement, at: number): void {
    slider.style.left = `${(100 * at) / width}%`
    slider.setAttribute('aria-valuenow', String(at))
    slider.setAttribute('aria-valuetext', `${at} millimetres from the left`)
  }

  function number(): void {
    const sliders = [...layer.children] as HTMLElement[]
    for (const slider of sliders) {
      const box = slider.dataset.box ?? ''
      const name = `Line ${Number(box.split('-').at(-1)) + 1}`
      slider.setAttribute('aria-label', name)
      slider.dataset.name = String(Number(box.split('-').at(-1)) + 1)
    }
  }

  function placeOf(clientX: number): number {
    const { left, width: shown } = layer.getBoundingClientRect()
    return ((clientX - left) / shown) * width
  }

  function widestGap(): number {
    const places = [0, ...inputs().map(valueOf).filter((at) => at > 0), width].sort((a, b) => a - b)
    const gaps = places.slice(1).map((at, index) => ({ from: places[index]!, wide: at - places[index]! }))
    const widest = gaps.sort((a, b) => b.wide - a.wide)[0]!
    return widest.from + widest.wide / 2
  }

  function tell(input: HTMLInputElement): void {
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
}
