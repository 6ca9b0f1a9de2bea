import type { Response } from 'supertest'
import { isForPages } from '../../platform/http/for-pages.ts'
import type { Route } from '../../platform/http/route.ts'

/** One request as it was sent and answered. */
export interface Seen {
  readonly route: Route
  readonly code: string
  readonly told: string
  readonly response: Response
}

/** On every answer; told once. */
const everywhere = new Set(['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'])

const steady = (text: string): string =>
  text
    .replace(
      /\b(asm|req|ses|mer|org|usr|key|dev|aud|rfr|pol|lab|oev|rev|rsc|lst|imp|rul|mdl|opr|ops|ipn)_[0-9A-Z]{20,}/g,
      '$1_...',
    )
    .replace(/gf([spk])_(test|live)_[0-9A-Za-z]+/g, 'gf$1_$2_...')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '2026-01-01T00:00:00.000Z')
    .replace(/\b[0-9a-f]{64}\b/g, '0...')
    .replace(/"order-\d+-[a-p]+"/g, '"1001"')
    .replace(/"hint":"[a-p]\*\*\*"/g, '"hint":"c***"')
    .replace(/"next_cursor":"[^"]+"/g, '"next_cursor":"Wz..."')
    .replace(/"latency_ms":\d+/g, '"latency_ms":4')

const shown = new Set([
  'content-type',
  'retry-after',
  'allow',
  'idempotent-replayed',
  'access-control-allow-origin',
  'www-authenticate',
  'set-cookie',
  'vary',
  'ratelimit',
  'ratelimit-policy',
])

const headersOf = ({ headers }: Response): string =>
  Object.keys(headers as Record<string, string>)
    .filter((name) => shown.has(name) && name !== 'content-type')
    .sort()
    .map((name) => `\`${name}\``)
    .join(' ')

const row = ({ response, code, told }: Seen): string =>
  `| ${response.status} | ${code === '' ? '' : `\`${code}\``} | ${told} | ${headersOf(response)} |`

const example = (seen: Seen | undefined): string => {
  if (!seen || isForPages(seen.route.path)) return ''
  const text = steady(JSON.stringify(seen.response.body))
  // A verdict is scoring's to show (docs/evidence.md), and changes with it.
  return text.includes('"reasons"') ? '' : `\n\`\`\`json\n${text}\n\`\`\`\n`
}

const section = (route: Route, all: readonly Seen[]): string => {
  const seen = all.filter((one) => one.route === route)
  return `## ${route.method} ${route.path}

${route.summary}.

| status | code | sent | headers |
| --- | --- | --- | --- |
${seen.map(row).join('\n')}
${example(seen.find(({ code }) => code === ''))}`
}

const alwaysOn = ({ headers }: Response): string =>
  Object.entries(headers as Record<string, string>)
    .filter(([name]) => !everywhere.has(name) && !shown.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `- \`${name}: ${steady(value)}\``)
    .join('\n')

/** docs/wire.md: every status and code of every route, with the request that produced it. */
export const renderWire = (routes: readonly Route[], all: readonly Seen[]): string => {
  const [any] = all
  return `# The wire, as it was seen

Written by the tests (\`backend/src/testing/wire\`) from real answers: every status and code of every route, with what was sent to get it.
An answer without a code is the honest call's. Refusals are \`application/problem+json\`, all else \`application/json\`.

Every answer carries (production adds \`strict-transport-security\`):

${any ? alwaysOn(any.response) : ''}

${routes.map((route) => section(route, all)).join('\n')}`
}
