import type { SessionReply } from '#contract/session.ts'
import { now, wait } from './page-time.ts'

const tries = 3
/** First pause 100 to 300 ms, second 300 to 900 ms: many shoppers of one outage must not come back together. */
const pauseBefore = (attempt: number): number => 100 * 3 ** (attempt - 1) * (1 + 2 * Math.random())

/** A refusal will not change its mind within the budget; a broken or overloaded server may. */
const isWorthRetrying = (status: number): boolean => status >= 500 || status === 408

/** Sent as text: JSON as its own type would ask the server twice (a preflight). Undefined when it could not be had in time. */
export async function post(endpoint: string, body: string, deadline: number): Promise<string | undefined> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (attempt > 0) await wait(pauseBefore(attempt))
    const leftMs = deadline - now()
    if (leftMs <= 0) return undefined
    try {
      const answer = await send(endpoint, body, leftMs / (tries - attempt))
      if (answer.ok) return ((await answer.json()) as SessionReply).session_id
      if (!isWorthRetrying(answer.status)) return undefined
    } catch {
      // Offline, refused by the page's connect-src, late or not JSON: the next attempt may be luckier.
    }
  }
  return undefined
}

/** `keepalive` lets the request outlive a shopper who is quicker than the network. */
const send = async (endpoint: string, body: string, timeoutMs: number): Promise<Response> => {
  const abort = new AbortController()
  const timer = setTimeout(() => {
    abort.abort()
  }, timeoutMs)
  try {
    return await fetch(endpoint, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain' },
      credentials: 'omit',
      cache: 'no-store',
      keepalive: true,
      signal: abort.signal,
    })
  } finally {
    clearTimeout(timer)
  }
}
