import { resolve } from 'node:path'
import express, { type Express, type Request, type Response } from 'express'
import { Goodfaith } from '#sdk'
import { assessOrder, requestOf, type PlacedOrder, type Visitor } from './assess-order.ts'
import { changed, readBasket, writeBasket, type Basket } from './basket.ts'
import { passOn } from './hop.ts'
import { readOrderForm } from './order-form.ts'
import { checkoutPage } from './pages/checkout.ts'
import { homePage } from './pages/home.ts'
import { verdictPage } from './pages/verdict.ts'
import { pictures } from './pictures.data.ts'
import type { ShopSettings } from './settings.ts'
import { readWorld, worldCookie, type World } from './world.ts'

const cookieOf = (request: Request, name: string): string => {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([found]) => found === name)?.[1] ?? ''
}
const basketOf = (request: Request): Basket => readBasket(decodeURIComponent(cookieOf(request, 'basket')))
const worldOf = (request: Request): World | null => readWorld(cookieOf(request, worldCookie))
const visitorOf = (request: Request): Visitor => ({
  ip: (request.socket.remoteAddress ?? '').replace('::ffff:', ''),
  agent: request.headers['user-agent'] ?? '',
})

/** Strict, as any shop's should be: nothing inline, and the one script of Goodfaith by its address. */
const policyFor = (goodfaithUrl: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${new URL(goodfaithUrl).origin}`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const ordersKept = 500

/** Remembers the last orders until it is stopped; a demo needs no more. */
const createOrders = () => {
  const orders = new Map<string, PlacedOrder>()
  return {
    find: (id: string) => orders.get(id),
    keep: (order: PlacedOrder) => {
      orders.set(order.id, order)
      const [oldest] = orders.keys()
      if (orders.size > ordersKept && oldest !== undefined) orders.delete(oldest)
    },
  }
}

let lastNumber = 0
/** Like a store's own numbering, but unlike after a restart. */
const nextOrderId = (): string => {
  lastNumber = Math.max(lastNumber + 1, Date.now())
  return `KK-${lastNumber.toString(36).toUpperCase()}`
}

const page = (response: Response, text: string, status = 200): void => {
  response.status(status).type('html').send(text)
}

export const createShop = (settings: ShopSettings, publicFolder = resolve(import.meta.dirname, 'public')): Express => {
  const { goodfaithUrl, publishableKey } = settings
  const goodfaith = new Goodfaith({ ...settings, baseUrl: goodfaithUrl })
  const orders = createOrders()
  const app = express()
  app.disable('x-powered-by')
  app.use((_request, response, next) => {
    response.set({
      'content-security-policy': policyFor(goodfaithUrl),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    next()
  })
  app.use(express.static(publicFolder, { index: false }))
  app.get('/pictures/:name', (request, response, next) => {
    const picture = pictures[request.params.name.replace(/\.svg$/, '')]
    if (picture === undefined) next()
    else response.type('image/svg+xml').send(picture)
  })

  app.get('/', (request, response) => {
    page(response, homePage(basketOf(request)))
  })
  app.get('/checkout', (request, response) => {
    page(
      response,
      checkoutPage(basketOf(request), worldOf(request), {
        goodfaithUrl,
        publishableKey,
        endpoint: `/trust/${cookieOf(request, worldCookie) || 'own'}`,
      }),
    )
  })
  app.post('/basket', express.urlencoded({ extended: false, limit: '1kb' }), (request, response) => {
    const { id, by } = request.body as Record<string, unknown>
    const basket = changed(basketOf(request), String(id), by === '-1' ? -1 : 1)
    response.cookie('basket', writeBasket(basket), { sameSite: 'lax', path: '/' })
    response.redirect(303, '/checkout')
  })
  app.post('/order', express.urlencoded({ extended: false, limit: '16kb' }), async (request, response) => {
    const basket = basketOf(request)
    if (basket.length === 0) {
      response.redirect(303, '/checkout')
      return
    }
    const id = nextOrderId()
    const form = readOrderForm(request.body as Record<string, unknown>)
    const asked = requestOf(id, form, basket, visitorOf(request), worldOf(request))
    orders.keep({ id, basket, form, ...(await assessOrder(goodfaith, asked)) })
    response.redirect(303, `/orders/${id}`)
  })
  app.get('/orders/:id', (request, response, next) => {
    const order = orders.find(request.params.id)
    if (order) page(response, verdictPage(order, goodfaithUrl))
    else next()
  })
  // The world stands in the address: gf.js sends no cookies.
  app.post(
    '/trust/:world/v1/sessions',
    express.text({ type: 'text/plain', limit: '64kb' }),
    async (request, response) => {
      const visitor = { ...visitorOf(request), origin: request.headers.origin }
      const world = readWorld(request.params.world)
      const { status, type, body } = await passOn(goodfaithUrl, String(request.body), visitor, world)
      response.status(status).type(type).send(body)
    },
  )
  app.use((_request, response) => {
    page(response, homePage([]), 404)
  })
  return app
}
