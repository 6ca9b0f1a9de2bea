import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { shortestMasterSecret } from './platform/vault/master-secret.ts'

export const serverRoles = ['edge', 'api', 'console', 'worker', 'model'] as const
export type ServerRole = (typeof serverRoles)[number]

const port = z.coerce.number().int().min(0).max(65_535)
const text = z.string().min(1)

const databaseUrl = text.refine((value) => /^(?:sqlite:|mongodb(?:\+srv)?:\/\/)/.test(value), {
  error: 'starts with sqlite: or mongodb://',
})

/** Trimmed as the vault trims it; refused here with what the vault would say, before anything is made. */
const masterSecret = z
  .string()
  .trim()
  .min(shortestMasterSecret, {
    error: `is too short: it needs at least ${shortestMasterSecret} characters, for example the output of "openssl rand -base64 32"`,
  })

const publicUrl = z.url({ protocol: /^https?$/, error: 'is a http or https address' })

const isAddress = (text: string): boolean => /^[^\s<>@]{1,64}@[^\s<>@]{1,190}$/.test(text)
const isSender = (text: string): boolean => {
  const [, named] = /^[^<>\r\n"]{1,100} <([^<>]{3,255})>$/.exec(text) ?? []
  return isAddress(named ?? text)
}
const mailFrom = z.string().refine(isSender, {
  error: 'is an address, or a name with one: Goodfaith <trust@shop.example>',
})

/** A host name without port, path or leading dot: browsers add the subdomains themselves. */
const isDomain = (text: string): boolean => {
  const labels = text.split('.')
  const isLabel = (label: string) => /^[a-z0-9-]{1,63}$/.test(label) && !label.startsWith('-') && !label.endsWith('-')
  return labels.length > 1 && labels.every(isLabel)
}
const cookieDomain = z.string().refine(isDomain, { error: 'is a domain such as shop.example' })

/** As a URL with a port: udp://logs.example:514. */
const syslog = z.string().transform((text, context) => {
  const [, protocol, host = '', digits = ''] = /^(udp|tcp):\/\/([^\s/@]{1,255}):(\d{1,5})$/.exec(text) ?? []
  const port = Number(digits)
  if ((protocol === 'udp' || protocol === 'tcp') && port > 0 && port < 65_536) {
    return { protocol, host: host.replace(/^\[(.*)\]$/, '$1'), port } as const
  }
  context.addIssue('is udp:// or tcp:// with host and port, as udp://logs.example:514')
  return z.NEVER
})

const roleList = z
  .string()
  .transform((value) => value.split(',').map((name) => name.trim()))
  .pipe(z.array(z.enum(serverRoles, { error: `knows ${serverRoles.join(', ')}` })).min(1))

/** Names of the operator interface. They do not change without an ADR. */
const Environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(4000),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: publicUrl.optional(),
  DATA_DIR: text.default('./data'),
  DATABASE_URL: databaseUrl.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'starts with redis:// or rediss://' }).optional(),
  MASTER_SECRET: masterSecret.optional(),
  MASTER_SECRET_FILE: text.optional(),
  TLS_CERT_FILE: text.optional(),
  TLS_KEY_FILE: text.optional(),
  TLS_MIN_VERSION: z.enum(['1.2', '1.3'], { error: 'is 1.2 or 1.3' }).default('1.3'),
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  ROLES: roleList.default([...serverRoles]),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS_PORT: port.optional(),
  METRICS_TOKEN: z.string().min(16, { error: 'has at least 16 characters' }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'starts with smtp:// or smtps://' }).optional(),
  MAIL_FROM: mailFrom.optional(),
  ANCHOR_MAIL: z.string().refine(isAddress, { error: 'is a mail address' }).optional(),
  ANCHOR_SYSLOG: syslog.optional(),
  SIGN_UP: z.enum(['open', 'closed'], { error: 'is open or closed' }).default('open'),
  COOKIE_DOMAIN: cookieDomain.optional(),
  MODEL_URL: z.url({ protocol: /^https?$/, error: 'is a http or https address' }).optional(),
  DEMO_PORT: port.default(4001),
  RATE_LIMIT_SCALE: z.coerce.number().min(0).max(1000).default(1),
  NETWORK_MIN_STORES: z.coerce.number().int().min(3, { error: 'is 3 or more' }).max(100).default(3),
  NETWORK_MIN_DAYS: z.coerce.number().int().min(0).max(3650).default(30),
  NETWORK_MIN_ORDERS: z.coerce.number().int().min(0).max(1_000_000).default(200),
  GOODFAITH_FAILPOINT: text.optional(),
})

export interface Config {
  readonly production: boolean
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  readonly dataDir: string
  readonly databaseUrl: string
  readonly redisUrl: string | undefined
  readonly masterSecret: string | undefined
  readonly masterSecretFile: string | undefined
  /** Where a first start keeps the secret it makes: never inside the data folder. */
  readonly secretsDir: string
  readonly tls: {
    readonly certFile: string
    readonly keyFile: string
    readonly minVersion: 'TLSv1.2' | 'TLSv1.3'
  } | null
  readonly trustProxyHops: number
  readonly roles: readonly ServerRole[]
  readonly logLevel: string
  readonly metrics: { readonly port: number | undefined; readonly token: string | undefined }
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Where signed heads of the audit trail go besides anchors.log. */
  readonly anchorMail: string | undefined
  readonly anchorSyslog: { readonly protocol: 'udp' | 'tcp'; readonly host: string; readonly port: number } | undefined
  /** What links in mails begin with: PUBLIC_URL, or where this server listens. Never what a request says. */
  readonly linkBase: string
  readonly signUp: 'open' | 'closed'
  /** Sibling hosts that share the sign-in; undefined: the dashboard's host alone. */
  readonly cookieDomain: string | undefined
  /** Where role model runs apart; undefined: its tables are read here. */
  readonly modelUrl: string | undefined
  readonly demoPort: number
  readonly rateLimitScale: number
  /** How many other owners must have said the same before a store hears it, and which stores are heard. */
  readonly network: { readonly stores: number; readonly days: number; readonly orders: number }
  /** Where a crash test wants the process to die; read by its build alone. */
  readonly failpoint: string | undefined
}

/** A configuration that cannot be used, in one sentence that says what to change. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const tlsOf = ({ TLS_CERT_FILE, TLS_KEY_FILE, TLS_MIN_VERSION }: z.infer<typeof Environment>): Config['tls'] => {
  if (TLS_CERT_FILE === undefined && TLS_KEY_FILE === undefined) return null
  if (TLS_CERT_FILE === undefined || TLS_KEY_FILE === undefined) {
    throw new ConfigError('TLS_CERT_FILE and TLS_KEY_FILE belong together: set both, or neither.')
  }
  return { certFile: TLS_CERT_FILE, keyFile: TLS_KEY_FILE, minVersion: `TLSv${TLS_MIN_VERSION}` }
}

/** A host name or address that a mail address may end in. */
const mailHostOf = (linkBase: string): string => {
  const { hostname } = new URL(linkBase)
  return /^[\d.[]/.test(hostname) || !hostname.includes('.') ? 'goodfaith.invalid' : hostname
}

const linkBaseOf = ({ PUBLIC_URL, TLS_CERT_FILE, HOST, PORT }: z.infer<typeof Environment>): string => {
  const host = HOST.includes(':') ? `[${HOST}]` : HOST
  return PUBLIC_URL?.replace(/\/+$/, '') ?? `${TLS_CERT_FILE === undefined ? 'http' : 'https'}://${host}:${PORT}`
}

const insist = ({ production, rateLimitScale, masterSecret, masterSecretFile }: Config): void => {
  if (production && rateLimitScale === 0) {
    throw new ConfigError('RATE_LIMIT_SCALE=0 switches all limits off and is refused in production.')
  }
  if (production && masterSecret === undefined && masterSecretFile === undefined) {
    throw new ConfigError('Production needs MASTER_SECRET or MASTER_SECRET_FILE: it never makes its own secret.')
  }
}

const adapt = (env: z.infer<typeof Environment>): Config => {
  const dataDir = resolve(env.DATA_DIR)
  return {
    production: env.NODE_ENV === 'production',
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir,
    databaseUrl: env.DATABASE_URL ?? `sqlite:${join(dataDir, 'goodfaith.db')}`,
    redisUrl: env.REDIS_URL,
    masterSecret: env.MASTER_SECRET,
    masterSecretFile: env.MASTER_SECRET_FILE,
    secretsDir: join(homedir(), '.config', 'goodfaith'),
    tls: tlsOf(env),
    trustProxyHops: env.TRUST_PROXY_HOPS,
    roles: env.ROLES,
    logLevel: env.LOG_LEVEL,
    metrics: { port: env.METRICS_PORT, token: env.METRICS_TOKEN },
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? `Goodfaith <no-reply@${mailHostOf(linkBaseOf(env))}>`,
    anchorMail: env.ANCHOR_MAIL,
    anchorSyslog: env.ANCHOR_SYSLOG,
    linkBase: linkBaseOf(env),
    signUp: env.SIGN_UP,
    cookieDomain: env.COOKIE_DOMAIN,
    modelUrl: env.MODEL_URL,
    demoPort: env.DEMO_PORT,
    rateLimitScale: env.RATE_LIMIT_SCALE,
    network: { stores: env.NETWORK_MIN_STORES, days: env.NETWORK_MIN_DAYS, orders: env.NETWORK_MIN_ORDERS },
    failpoint: env.GOODFAITH_FAILPOINT,
  }
}

const asSentence = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ')

/** Empty variables count as not set: compose files and shells cannot unset one. */
export const readConfig = (env: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new ConfigError(`The configuration cannot be used: ${asSentence(parsed.error)}.`)
  const config = adapt(parsed.data)
  insist(config)
  return config
}

const withoutCredentials = (url: string | undefined): string | undefined => url?.replace(/\/\/[^/@]*@/, '//[redacted]@')

/** For a log line or `doctor`: everything but what opens something. */
export const printable = (config: Config): Readonly<Record<string, unknown>> => ({
  ...config,
  databaseUrl: withoutCredentials(config.databaseUrl),
  redisUrl: withoutCredentials(config.redisUrl),
  smtpUrl: withoutCredentials(config.smtpUrl),
  masterSecret: config.masterSecret === undefined ? undefined : '[redacted]',
  metrics: { ...config.metrics, token: config.metrics.token === undefined ? undefined : '[redacted]' },
})
