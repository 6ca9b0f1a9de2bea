import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { createApp } from '../../../app.ts'
import { openInProcess } from '../../ephemeral/in-process.ts'
import { createApiKey } from '../../keys/api-key.ts'
import { sign } from '../../keys/signature.ts'
import { createMetrics } from '../../telemetry/metrics.ts'
import type { ApiKey } from '../authenticators.ts'
import { createLimits } from '../limits.ts'
import type { Served } from '../mount.ts'
import { EventStream, route, type Route } from '../route.ts'
import { securityHeaders } from '../security-headers.ts'
import type { StaticFile } from '../static-files.ts'

export const secretKey = createApiKey('secret', 'test')
export const publishableKey = createApiKey('publishable', 'test')
export const revokedKey = createApiKey('secret', 'test')
const signingSecret = createApiKey('signing', 'test')
const now = 1_795_165_200_000

const keyOf = (more: Pick<ApiKey, 'keyId'> & Partial<ApiKey>): ApiKey => ({
  ...{ kind: 'secret', merchantId: 'mer_1', mode: 'test', revoked: false, origins: [], scopes: ['read'], networks: [] },
  ...more,
})
const keys = new Map<string, ApiKey>([
  [secretKey, keyOf({ keyId: 'key_1' })],
  [revokedKey, keyOf({ keyId: 'key_2', revoked: true })],
  [publishableKey, keyOf({ keyId: 'key_3', kind: 'publishable', scopes: [], origins: ['https://shop.example'] })],
])
const authenticators = {
  apiKeys: { find: async (token: string) => keys.get(token), signingSecrets: async () => [signingSecret] },
  people: { authenticate: async () => undefined },
  operators: { authenticate: async () => undefined },
}

let enter: () => void = () => undefined
let leave: () => void = () => undefined
const left = new Promise<void>((resolve) => (leave = resolve))
let opened = 0

/** The stream that opens only once its reader is gone. */
export const lateStream = {
  entered: new Promise<void>((resolve) => (enter = resolve)),
  leave: () => {
    leave()
  },
  opened: () => opened,
}

const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/late-stream',
    summary: 'Events, once the reader is gone',
    caller: 'anyone',
    reply: z.unknown(),
    handle: async () => {
      enter()
      await left
      return new EventStream(() => {
        opened += 1
        return () => undefined
      })
    },
  }),
  route({
    method: 'POST',
    path: '/v1/things',
    summary: 'A mutation',
    caller: 'secret-key',
    scope: 'read',
    idempotency: 'order',
    body: z.object({ name: z.string() }),
    reply: z.object({ name: z.string() }),
    status: 201,
    handle: ({ body }) => Promise.resolve(body),
  }),
  route({
    method: 'GET',
    path: '/v1/things/:id',
    summary: 'A read',
    caller: 'secret-key',
    scope: 'read',
    query: z.object({ limit: z.coerce.number().max(3).default(1) }),
    reply: z.unknown(),
    handle: ({ params, query }) => Promise.resolve({ ...params, ...query }),
  }),
  route({
    method: 'GET',
    path: '/v1/broken',
    summary: 'Fails',
    caller: 'anyone',
    reply: z.unknown(),
    handle: () => Promise.reject(new Error('inside story of 4111 1111 1111 1111')),
  }),
  route({
    method: 'POST',
    path: '/v1/sessions',
    summary: 'A browser',
    caller: 'publishable-key',
    body: z.looseObject({}),
    reply: z.unknown(),
    status: 201,
    handle: ({ context }) => Promise.resolve({ ip: context.ip }),
  }),
  route({
    method: 'POST',
    path: '/console/v1/sign-in',
    summary: 'A person',
    caller: 'anyone',
    limit: 'sign-in',
    limitAlsoBy: (body) => body.email,
    body: z.object({ email: z.string() }),
    reply: z.unknown(),
    handle: () => Promise.resolve({}),
  }),
  route({
    method: 'GET',
    path: '/console/v1/me',
    summary: 'A person',
    caller: 'person',
    permission: 'account',
    reply: z.unknown(),
    handle: ({ caller }) => Promise.resolve(caller),
  }),
  route({
    method: 'GET',
    path: '/v1/stream',
    summary: 'Events',
    caller: 'anyone',
    reply: z.unknown(),
    handle: () =>
      Promise.resolve(
        new EventStream(({ send, close }) => {
          send('order', { id: 1 })
          close()
          return () => undefined
        }),
      ),
  }),
]

/** A house of a few made-up routes behind the real door. */
export const openDoor = ({
  scale = 0,
  production = false,
  hops = 0,
  publicUrl = undefined as string | undefined,
  shell = new Map<string, StaticFile>(),
} = {}) => {
  const ephemeral = openInProcess({ clock: () => now })
  const log: Served[] = []
  const app = createApp({
    routes,
    publicUrl,
    pages: {
      dashboard: shell,
      collector: new Map(),
      docs: () => new Map(),
    },
    metrics: { registry: createMetrics().registry, token: 'a token for metrics' },
    reception: {
      authenticators,
      ephemeral,
      clock: () => now,
      publicOrigin: publicUrl,
      limits: createLimits({
        ephemeral,
        clock: () => now,
        scale,
        keyed: (value) => `keyed ${value}`,
        failedOpen: () => undefined,
      }),
      idempotency: async (_call, work) => work(),
      hops,
      headers: securityHeaders({ production }),
      requireHttps: production,
      served: (line) => log.push(line),
    },
  })
  return { app, log }
}

export const signed = (method: string, target: string, body: string, more: Record<string, string> = {}) => {
  const timestamp = String(now / 1000)
  const nonce = randomBytes(16).toString('hex')
  return {
    authorization: `Bearer ${secretKey}`,
    'content-type': 'application/json',
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': sign(signingSecret, { method, target, timestamp, nonce, body }),
    'idempotency-key': 'one',
    ...more,
  }
}
