import { readFileSync } from 'node:fs'
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { printable, type Config } from './config.ts'
import { openHouse, type House, type HouseOptions } from './container.ts'
import { has } from './ground.ts'
import { AppError } from './platform/app-error.ts'
import { systemClock } from './platform/clock.ts'
import { problemOf, send } from './platform/http/respond.ts'
import { securityHeaders } from './platform/http/security-headers.ts'
import { createId } from './platform/ids.ts'
import { takeFolders, takeServerPlace } from './sole-server.ts'

/** The server cannot start or listen. The message is one sentence that says what to change. */
export class ServeRefused extends Error {
  override readonly name = 'ServeRefused'
}

/** A client that is slower than this with its headers, or its whole request, is cut off. */
const patience = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 }

const readPem = (name: string, file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new ServeRefused(`${name} (${file}) cannot be read.`, { cause })
  }
}

const createServer = ({ tls }: Config, listener: RequestListener): Server => {
  if (!tls) return createHttpServer(patience, listener)
  const cert = readPem('TLS_CERT_FILE', tls.certFile)
  const key = readPem('TLS_KEY_FILE', tls.keyFile)
  try {
    return createHttpsServer({ ...patience, cert, key, minVersion: tls.minVersion }, listener)
  } catch (cause) {
    throw new ServeRefused('TLS_CERT_FILE and TLS_KEY_FILE do not hold a certificate and its key.', { cause })
  }
}

const sentences: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_, port) => `Port ${port} is taken: stop what listens there, or choose another with PORT.`,
  EACCES: (_, port) => `Port ${port} may not be opened by this user: choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: (host) => `${host} is no address of this machine: set HOST to one that is.`,
  ENOTFOUND: (host) => `${host} is no known host name: set HOST to an address of this machine.`,
}

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const sentence = sentences[cause.code ?? '']?.(host, port) ?? `Port ${port} of ${host} cannot be opened.`
      reject(new ServeRefused(sentence, { cause }))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

/** What is under way after this long is cut off: the rest of the grace is for closing the database. */
const finishMs = 6_000
/** A connection that was busy when we stopped would be kept alive for a minute once it is idle. */
const lookForIdleMs = 50

const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => {
      server.closeIdleConnections()
    }, lookForIdleMs)
    const late = setTimeout(() => {
      server.closeAllConnections()
    }, finishMs)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })

export interface Serving {
  readonly house: House
  readonly port: number
  readonly url: string
  /** Stops accepting, finishes what is under way, and closes. */
  stop(): Promise<void>
}

/** Metrics on their own port, for the operator's network alone. */
const serveMetrics = async ({ config, metrics }: House): Promise<Server | undefined> => {
  if (config.metrics.port === undefined) return undefined
  const headers = { ...securityHeaders(config), 'cache-control': 'no-store' }
  const server = createHttpServer(patience, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, headers).end()
      return
    }
    void metrics.registry.metrics().then((text) => {
      response.writeHead(200, { ...headers, 'content-type': metrics.registry.contentType }).end(text)
    })
  })
  await listen(server, config.host, config.metrics.port)
  return server
}

const announce = async ({ config, log, foundation }: House, url: string): Promise<void> => {
  const { kind, version, note } = await foundation.documents.status()
  log.info({ url, roles: config.roles, documents: { kind, version }, config: printable(config) }, 'listening')
  if (note !== undefined) log.warn({ note }, 'about the database')
}

/** Until the house stands. The port is taken first, so that a start which cannot have it makes nothing. */
const answerStarting = ({ production }: Config): RequestListener => {
  const headers = securityHeaders({ production })
  return (_request, response) => {
    const requestId = createId('req', systemClock())
    send(response, problemOf(new AppError('starting', { retryAfterSeconds: 1 }), requestId), headers, requestId)
  }
}

/** Everything but the listener. Given back as a whole, or not at all. */
const openStanding = async (options: HouseOptions, url: string) => {
  const leaveFolders = takeFolders(options.config)
  let opened: House | undefined
  try {
    const house = await openHouse(options)
    opened = house
    const leavePlace = await takeServerPlace(house)
    const metricsServer = await serveMetrics(house)
    await announce(house, url)
    const leave = async (): Promise<void> => {
      metricsServer?.close()
      await leavePlace()
      await house.close()
      leaveFolders()
      house.log.flush()
    }
    return { house, leave }
  } catch (error) {
    await opened?.close()
    leaveFolders()
    throw error
  }
}

const addressOf = ({ tls, host }: Config, port: number): string =>
  `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`

/** The only listener. Refuses with one sentence, and leaves nothing half open when it does. */
export const serve = async (options: HouseOptions): Promise<Serving> => {
  const { config } = options
  let answer = answerStarting(config)
  const server = createServer(config, (request, response) => {
    answer(request, response)
  })
  const port = await listen(server, config.host, config.port)
  const url = addressOf(config, port)
  try {
    const { house, leave } = await openStanding(options, url)
    answer = house.app
    const work = has(config, 'worker') ? house.startWork() : undefined
    const stop = async (): Promise<void> => {
      house.stopping.abort()
      await stopListening(server)
      await work?.stop()
      await leave()
    }
    return { house, port, url, stop }
  } catch (error) {
    await stopListening(server)
    throw error
  }
}

/** Ten seconds is what process managers wait; we are gone a little before. */
const graceMs = 9_000

/** The only signal handler: stop accepting, finish, go. Resolves when all is closed. */
export const untilStopped = (serving: Serving): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      const late = setTimeout(() => process.exit(0), graceMs)
      late.unref()
      void serving.stop().then(resolve, () => {
        resolve()
      })
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })
