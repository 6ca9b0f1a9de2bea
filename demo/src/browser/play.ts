import type { Step } from './roles.ts'

/** What is still to be played. In this tab alone, and never sent anywhere. */
const stored = 'play'

interface Play {
  readonly steps: readonly Step[]
  readonly played: number
}

const load = (): Play | null => {
  const text = sessionStorage.getItem(stored)
  return text === null ? null : (JSON.parse(text) as Play)
}
const save = (play: Play): void => {
  sessionStorage.setItem(stored, JSON.stringify(play))
}

const setCookie = (name: string, value: string): void => {
  document.cookie = `${name}=${value}; path=/; samesite=lax`
}
const base64url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Every shopper buys what is in the basket; when nothing is, the same four things. */
const usualBasket = 'teapot:1,mug:2,bowl:1'
const fillBasket = (): void => {
  if (!/(^|; )basket=[a-z]/.test(document.cookie)) setCookie('basket', encodeURIComponent(usualBasket))
}

const openNext = ({ steps, played }: Play): void => {
  const step = steps[played]
  if (!step) return
  setCookie('world', base64url(JSON.stringify(step.world)))
  location.assign('/checkout')
}

export const begin = (steps: readonly Step[]): void => {
  const play = { steps, played: 0 }
  fillBasket()
  save(play)
  openNext(play)
}

/** The visitor shops in person again. */
export const stop = (): void => {
  sessionStorage.removeItem(stored)
  document.cookie = 'world=; path=/; max-age=0'
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement | null => {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null
}

/** Field after field, so that it is done when the shopper would be. */
const type = async (form: HTMLFormElement, { fields, paceMs }: Step): Promise<void> => {
  const elsewhere = form.querySelector('details')
  if (elsewhere && fields['ship_address']) elsewhere.open = true
  const entries = Object.entries(fields)
  for (const [index, [name, value]] of entries.entries()) {
    const field = fieldOf(form, name)
    if (!field) continue
    field.value = value
    field.classList.add('typed')
    if (paceMs > 0) await wait((paceMs * (index + 1)) / entries.length - performance.now())
  }
}

/** On the checkout page: the next shopper types and orders. On any other: go on, if there is one left. */
export const goOn = async (say: (text: string) => void): Promise<void> => {
  const play = load()
  if (!play) return
  const step = play.steps[play.played]
  if (!step) {
    sessionStorage.removeItem(stored)
    say('Done. The verdict above is on the last order.')
    return
  }
  const form = document.querySelector<HTMLFormElement>('form[data-goodfaith]')
  if (!form) {
    if (play.played > 0) openNext(play)
    return
  }
  say(
    play.steps.length > 1
      ? `Customer ${play.played + 1} of ${play.steps.length} is ordering …`
      : 'Somebody is ordering …',
  )
  await type(form, step)
  await window.Goodfaith?.ready()
  save({ ...play, played: play.played + 1 })
  form.requestSubmit()
}
