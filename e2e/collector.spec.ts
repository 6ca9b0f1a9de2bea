import { expect } from '@playwright/test'
import { orderForm, ready, sessionField, test } from './support/checkout.ts'

const first = 'ses_test0001'

test('fills the marked form and leaves other forms alone', async ({ page, edge, checkout }) => {
  const store = await checkout(`{tag}${orderForm}<form id="other"></form>`)
  await expect(sessionField(page)).toHaveValue(first)
  await expect(page.locator('#other input')).toHaveCount(0)
  await page.getByRole('button', { name: 'Buy' }).click()
  await expect(page).toHaveTitle('Ordered')
  expect(store.orders[0]?.get('goodfaith_session')).toBe(first)
  expect(edge.posted).toHaveLength(1)
})

test('uses the input that is there, and forms that come later or are drawn again', async ({ page, checkout }) => {
  await checkout(`{tag}<main><form data-goodfaith><input type="hidden" name="goodfaith_session"></form></main>`)
  await expect(sessionField(page)).toHaveValue(first)
  await page.evaluate((form) => {
    const main = document.querySelector('main')
    if (main) main.innerHTML = form
  }, orderForm)
  await expect(sessionField(page)).toHaveValue(first)
  await page.evaluate(() => {
    const late = document.createElement('form')
    document.body.append(late)
    late.dataset['goodfaith'] = ''
  })
  await expect(sessionField(page)).toHaveCount(2)
})

test('asks once, without a preflight and without cookies', async ({ page, edge, checkout, context }) => {
  await context.addCookies([{ name: 'trap', value: 'x', url: edge.origin }])
  await checkout(`{tag}${orderForm}`)
  await expect(sessionField(page)).toHaveValue(first)
  expect(edge.posted.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/sessions'])
  expect(edge.posted[0]?.headers).toMatchObject({ 'content-type': 'text/plain' })
  expect(edge.posted[0]?.headers).not.toHaveProperty('cookie')
})

test('tells the page, renews when asked, and keeps one global', async ({ page, checkout }) => {
  await checkout(`<script>window.before = Object.getOwnPropertyNames(window)
    document.addEventListener('goodfaith:ready', ({ detail }) => (document.title = detail.sessionId))</script>{tag}${orderForm}`)
  await expect(page).toHaveTitle(first)
  expect(await ready(page)).toBe(first)
  const added = await page.evaluate(() => {
    const { before } = window as unknown as { before: string[] }
    // Playwright leaves names of its own in Firefox.
    const ignored = /^(before$|__pw|__playwright)/
    return Object.getOwnPropertyNames(window).filter((name) => !before.includes(name) && !ignored.test(name))
  })
  expect(added).toEqual(['Goodfaith'])
  expect(await page.evaluate(async () => (await window.Goodfaith?.renew())?.sessionId)).toBe('ses_test0002')
  await expect(sessionField(page)).toHaveValue('ses_test0002')
})

test('two tags on one page open one session', async ({ page, edge, checkout }) => {
  await checkout(`{tag}<script async src="${edge.origin}/gf.js" data-key="gfp_test_x"></script>${orderForm}`)
  await expect(sessionField(page)).toHaveValue(first)
  await page.waitForLoadState('load')
  expect(await ready(page)).toBe(first)
  expect(edge.posted).toHaveLength(1)
})

test('works under a strict policy, which it does not strain', async ({ page, edge, checkout }) => {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) violations.push(message.text())
  })
  const policy = `default-src 'none'; script-src ${edge.origin}; connect-src ${edge.origin}; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'`
  await checkout({ html: `{tag}${orderForm}`, headers: { 'content-security-policy': policy } })
  await expect(sessionField(page)).toHaveValue(first)
  expect(violations).toEqual([])
})

test('works inside a frame of another site', async ({ page, edge, checkout }) => {
  await checkout(`<iframe srcdoc="&lt;title>in&lt;/title>"></iframe>`)
  const inner = `<script async src="${edge.origin}/gf.js" data-key="gfp_test_x"></script>${orderForm}`
  await page.locator('iframe').evaluate((frame, html) => frame.setAttribute('srcdoc', html), inner)
  await expect(page.frameLocator('iframe').locator('input[name=goodfaith_session]')).toHaveValue(first)
  expect(JSON.parse(edge.posted[0]?.body ?? '{}')).toMatchObject({ facts: { framed: true } })
})

test('works in a sandboxed frame, where storage throws', async ({ page, edge, checkout }) => {
  const inner = `<script async src='${edge.origin}/gf.js' data-key='gfp_test_x'></script>${orderForm.replaceAll('"', "'")}`
  await checkout(`<iframe sandbox="allow-scripts allow-forms" srcdoc="${inner}"></iframe>`)
  await expect(page.frameLocator('iframe').locator('input[name=goodfaith_session]')).toHaveValue(first)
  expect(JSON.parse(edge.posted[0]?.body ?? '{}')).toMatchObject({ facts: { storage: false } })
})

test('sends the same hashes over plain http, where there is no crypto.subtle', async ({
  page,
  edge,
  checkout,
  context,
}) => {
  await checkout(`{tag}${orderForm}`)
  await expect(sessionField(page)).toHaveValue(first)
  const insecure = await context.newPage()
  await insecure.addInitScript(() => {
    const ask = window.fetch.bind(window)
    window.fetch = (to, options) => {
      document.title = options?.body as string
      return ask(to, options)
    }
  })
  await insecure.route('http://shop.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script async src="http://trust.example/gf.js" data-key="gfp_test_x"></script>${orderForm}`,
    }),
  )
  const reply = { status: 201, contentType: 'application/json', headers: { 'access-control-allow-origin': '*' } }
  await insecure.route('http://trust.example/**', async (route) =>
    route.request().url().endsWith('/gf.js')
      ? route.fulfill({ contentType: 'text/javascript', body: await scriptOf(edge.origin) })
      : route.fulfill({ ...reply, body: JSON.stringify({ session_id: 'ses_plain', expires_at: '' }) }),
  )
  await insecure.goto('http://shop.example/')
  await expect(sessionField(insecure)).toHaveValue('ses_plain')
  expect(await insecure.evaluate(() => window.isSecureContext)).toBe(false)
  const [secure, plain] = [edge.posted[0]?.body, await insecure.title()].map(
    (body) => (JSON.parse(body ?? '{}') as { components: Record<string, string | null> }).components,
  )
  for (const name of ['canvas', 'audio', 'platform', 'math', 'fonts', 'screen_size'] as const) {
    expect(plain?.[name], name).toBe(secure?.[name])
  }
})

const scriptOf = async (origin: string): Promise<string> => (await fetch(`${origin}/gf.js`)).text()

test('sources that throw, hang or lie cost nobody anything', async ({ page, edge, checkout, browserName }) => {
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await page.addInitScript(() => {
    const refuse = () => {
      throw new Error('blocked')
    }
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: refuse })
    Object.defineProperty(window, 'OfflineAudioContext', { value: refuse })
    Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', {
      get: () => ({ toString: refuse, toJSON: refuse }),
    })
    Object.defineProperty(Navigator.prototype, 'languages', { get: () => 'lie'.repeat(1000) })
    Object.defineProperty(Navigator.prototype, 'userAgentData', {
      get: () => ({ brands: [], getHighEntropyValues: () => new Promise(() => undefined) }),
    })
  })
  await checkout(`{tag}${orderForm}`, 'data-budget-ms="3000"')
  await expect(sessionField(page)).toHaveValue(first)
  const { components } = JSON.parse(edge.posted[0]?.body ?? '{}') as { components: Record<string, string | null> }
  expect(components).toMatchObject({ agent_data: null, graphics_card: null, cores: null })
  // Firefox is not asked to draw, so there is nothing that could throw (docs/browsers.md#canvas).
  if (browserName === 'chromium') expect(components['canvas']).toBeNull()
  expect(components['math']).toMatch(/^[0-9a-f]{32}$/)
  expect(errors).toEqual([])
})

test('hears nothing that the shopper types', async ({ page, edge, checkout }) => {
  await page.addInitScript(() => {
    const heard: string[] = []
    type Listen = (this: EventTarget, ...given: unknown[]) => void
    const listen = Reflect.get(EventTarget.prototype, 'addEventListener') as Listen
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...given: unknown[]) {
      // The test's own tools listen too; ours are those whose caller is the script.
      if (new Error().stack?.includes('/gf.js')) heard.push(String(given[0]))
      listen.apply(this, given)
    }
    Object.assign(window, { heard })
  })
  await checkout(`{tag}<input name="email" value="typed@shop.example">${orderForm}`)
  await page.locator('form input[name=email]').fill('marker-typed@shop.example')
  await expect(sessionField(page)).toHaveValue(first)
  expect(await page.evaluate(() => window.Goodfaith?.renew().then(() => true))).toBe(true)
  expect(edge.posted.map(({ body }) => body).join()).not.toContain('typed')
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  expect(
    heard.filter((name) => !['formdata', 'webglCreateContextError', 'webglcontextcreationerror'].includes(name)),
  ).toEqual([])
  expect(heard).toContain('formdata')
})
