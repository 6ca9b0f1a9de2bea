export interface Settings {
  readonly key: string
  readonly endpoint: string
  /** All of it: gathering, posting and both retries. */
  readonly budgetMs: number
  readonly waitForConsent: boolean
  /** Only the strictly necessary list (docs/collector-data.md#reduced). */
  readonly reduced: boolean
}

const defaultBudgetMs = 4_000
const longestBudgetMs = 30_000

/** `data-endpoint` may name the server or the whole address; without it the script's own server is asked. */
const endpointOf = (given: string | undefined, script: string): string => {
  const base = new URL(given ?? '.', given ? location.href : script)
  if (/\/v1\/sessions\/?$/.test(base.pathname)) return base.href
  return new URL('v1/sessions', given ? base.href.replace(/\/*$/, '/') : base).href
}

const budgetOf = (given: string | undefined): number => {
  const ms = Number(given)
  return ms > 0 ? Math.min(ms, longestBudgetMs) : defaultBudgetMs
}

/** From the attributes of the script tag. */
export function readSettings({ dataset, src }: HTMLScriptElement): Settings {
  return {
    key: dataset.key ?? '',
    endpoint: endpointOf(dataset.endpoint, src),
    budgetMs: budgetOf(dataset.budgetMs),
    waitForConsent: dataset.consent === 'wait',
    reduced:
      dataset.privacy === 'necessary' ||
      (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
  }
}
