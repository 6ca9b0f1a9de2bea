import type { noConsentSession } from '#contract/session.ts'
import { collect } from './collect.ts'
import { addWhenSent, fillForms, onFormsChange } from './forms.ts'
import { now, wait } from './page-time.ts'
import { post } from './post.ts'
import type { Settings } from './settings.ts'

export interface Ready {
  /** null when no session could be had in time; the order is sent all the same. */
  readonly sessionId: string | null
}

/** What the page sees as `window.Goodfaith`. No promise of it rejects, and none takes longer than the budget. */
export interface Goodfaith {
  ready(): Promise<Ready>
  /** A fresh session, for a shop that sells again without loading a page. */
  renew(): Promise<Ready>
  /** The shopper consented (`data-consent="wait"`). Without that attribute it does nothing more than `ready`. */
  start(): Promise<Ready>
}

const noConsent: typeof noConsentSession = 'no_consent'

export function createGoodfaith(settings: Settings): Goodfaith {
  let session: Promise<Ready> | undefined
  let known: string | undefined
  let observed = false
  let consented: (ready: Promise<Ready>) => void = () => undefined
  const consent = new Promise<Ready>((resolve) => {
    consented = resolve
  })

  const settle = (sessionId: string): void => {
    known = sessionId
    if (observed) fillForms(sessionId)
    else onFormsChange(() => known && fillForms(known))
    observed = true
    document.dispatchEvent(new CustomEvent('goodfaith:ready', { bubbles: true, detail: { sessionId } }))
  }
  const obtain = async (): Promise<Ready> => {
    try {
      const deadline = now() + settings.budgetMs
      const body = JSON.stringify(await collect(settings))
      const sessionId = await post(settings.endpoint, body, deadline)
      if (sessionId) settle(sessionId)
      return { sessionId: sessionId ?? null }
    } catch {
      return { sessionId: null }
    }
  }
  const start = (): Promise<Ready> => {
    session ??= obtain()
    consented(session)
    return session
  }
  const ready = (): Promise<Ready> =>
    session ?? Promise.race([consent, wait(settings.budgetMs).then(() => ({ sessionId: noConsent }))])
  const renew = (): Promise<Ready> => {
    if (session) session = session.then(obtain)
    return ready()
  }

  addWhenSent(() => known ?? (session ? undefined : noConsent))
  if (!settings.waitForConsent) void start()
  return Object.freeze({ ready, renew, start })
}
