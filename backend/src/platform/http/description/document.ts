import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { Problem, problems, type ProblemCode } from '#contract/problem.ts'
import { isForPages } from '../for-pages.ts'
import type { Route } from '../route.ts'
import { codesOf } from './codes.ts'
import { guide, signatureRule, signatureVectors, signedTextOf } from './guide.ts'

const headersOfCaller = {
  signed: z.object({
    'X-Timestamp': z
      .string()
      .regex(/^\d{1,12}$/)
      .describe('Unix time in seconds, at most 300 off.'),
    'X-Nonce': z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,64}$/)
      .describe('16 to 64 of [A-Za-z0-9_-], used once.'),
    'X-Signature': z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Hex HMAC-SHA256 of x-signed-text; see x-signature.'),
    'Idempotency-Key': z
      .string()
      .regex(/^[\x21-\x7e]{1,255}$/)
      .describe('1 to 255 visible ASCII characters; the same for every try of one call.'),
  }),
  console: z.object({ 'X-Goodfaith-Console': z.literal('1') }),
}

const headersOf = ({ caller, method, path }: Route): z.ZodObject | undefined => {
  if (isForPages(path)) return headersOfCaller.console
  return caller === 'secret-key' && method !== 'GET' ? headersOfCaller.signed : undefined
}

const isSigned = (route: Route): boolean => headersOf(route) === headersOfCaller.signed

const securityOf = ({ caller }: Route): RouteConfig['security'] => {
  if (caller === 'secret-key') return [{ bearer: [] }, { apiKey: [] }]
  if (caller === 'operator') return [{ operatorCookie: [] }]
  return caller === 'person' ? [{ cookie: [] }] : []
}

const paramsOf = ({ path }: Route): z.ZodObject | undefined => {
  const names = [...path.matchAll(/:([a-z_]+)/gi)].map(([, name = '']) => name)
  return names.length === 0 ? undefined : z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
}

/** One entry per status, naming the codes that come with it. */
const problemResponses = (route: Route): RouteConfig['responses'] => {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of new Set(codesOf(route))) {
    const { status } = problems[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const entries = [...byStatus].sort(([one], [other]) => one - other)
  return Object.fromEntries(
    entries.map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\` ${problems[code].title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const csvOf = ({ takesCsv }: Route) => (takesCsv === true ? { 'text/csv': { schema: z.string() } } : {})

const requestOf = (route: Route): RouteConfig['request'] => {
  const body = route.documentedBody ?? route.body
  const params = paramsOf(route)
  const headers = headersOf(route)
  const type = route.caller === 'publishable-key' ? 'text/plain' : 'application/json'
  return {
    ...(params === undefined ? {} : { params }),
    ...(headers === undefined ? {} : { headers }),
    ...(route.query === undefined ? {} : { query: route.query as z.ZodObject }),
    ...(body === undefined ? {} : { body: { required: true, content: { [type]: { schema: body }, ...csvOf(route) } } }),
  }
}

const tagOf = ({ path }: Route): string => {
  const [, first, second] = path.split('/')
  if (first === 'console') return 'dashboard'
  return first === 'operator' ? first : (second ?? 'health')
}

const adaptRoute = (route: Route): RouteConfig => ({
  method: route.method.toLowerCase() as Lowercase<Route['method']>,
  path: route.path.replace(/:([a-z_]+)/gi, '{$1}'),
  summary: route.summary,
  tags: [tagOf(route)],
  security: securityOf(route) ?? [],
  request: requestOf(route) ?? {},
  ...(isSigned(route) ? { 'x-signed-text': signedTextOf(route.method, route.path) } : {}),
  responses: {
    [route.status ?? 200]: {
      description: 'Done',
      content: { [route.replyType ?? 'application/json']: { schema: route.reply } },
    },
    ...problemResponses(route),
  },
})

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: "Secret key, gfs_..., of the store's backend." },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'Secret key, gfs_...' },
  cookie: { type: 'apiKey', in: 'cookie', name: 'goodfaith_access', description: 'Set by signing in.' },
  operatorCookie: { type: 'apiKey', in: 'cookie', name: 'goodfaith_operator', description: 'Set at its own sign-in.' },
} as const

type Component = Parameters<OpenAPIRegistry['registerComponent']>[2]

const problemSchema = (): Component => {
  const schema = z.toJSONSchema(Problem)
  Reflect.deleteProperty(schema, '$schema')
  const component: unknown = schema
  return component as Component
}

/** The API description, from the very schemas that read requests. */
export const describeApi = (routes: readonly Route[], version: string): Readonly<Record<string, unknown>> => {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('schemas', 'Problem', problemSchema())
  for (const [name, scheme] of Object.entries(securitySchemes)) {
    registry.registerComponent('securitySchemes', name, scheme)
  }
  for (const route of routes) registry.registerPath(adaptRoute(route))
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Goodfaith', version, description: guide, license: { name: 'MIT', identifier: 'MIT' } },
  })
  return { ...document, 'x-signature': signatureRule, 'x-signature-vectors': signatureVectors }
}
