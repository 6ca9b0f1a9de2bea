import type { IdentifierKind } from '#contract/identifier.ts'
import type { ListHit } from './list-hit.ts'
import type { Line } from './reasons.ts'

const kinds: Readonly<Record<IdentifierKind, string>> = {
  device: 'device',
  email: 'e-mail address',
  phone: 'phone number',
  card: 'card',
  ip: 'IP address',
  address: 'address',
  account: 'account',
  email_domain: 'e-mail domain',
}

const codes: Readonly<Record<ListHit['list'], string>> = {
  allow: 'LIST_ALLOW',
  block: 'LIST_BLOCK',
  watch: 'LIST_WATCH',
}

/** Lists decide or say; they never count points, so the score stays what the evidence makes it. */
export const listLines = (hits: readonly ListHit[]): Line[] =>
  hits.map(({ list, kind, item_id: value }) => ({
    family: 'list',
    reason: {
      code: codes[list],
      points: 0,
      sentiment: 'neutral',
      scope: 'store',
      value,
      text: `The ${kinds[kind]} is on the ${list} list`,
    },
  }))
