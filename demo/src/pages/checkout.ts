import { countOf, totalOf, type Basket } from '../basket.ts'
import { html, nothing, type Html } from '../html.ts'
import { euros } from '../money.ts'
import { testCards } from '../payment.ts'
import type { World } from '../world.ts'
import { layout } from './layout.ts'
import { panel } from './panel.ts'

const countries: Readonly<Record<string, string>> = {
  DE: 'Germany',
  AT: 'Austria',
  CH: 'Switzerland',
  FR: 'France',
  NL: 'Netherlands',
  PL: 'Poland',
  RO: 'Romania',
  GB: 'United Kingdom',
  US: 'United States',
}

const countryOptions = (): Html[] =>
  Object.entries(countries).map(([code, name]) => html`<option value="${code}">${name}</option>`)

const field = (name: string, label: string, autocomplete: string, { type = 'text', required = true } = {}) =>
  html`<label class="field"
    ><span>${label}</span>
    <input
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      maxlength="200"
      ${required ? html`required` : nothing}
    />
  </label>`

const select = (name: string, label: string, options: readonly Html[]) =>
  html`<label class="field"
    ><span>${label}</span
    ><select name="${name}">
      ${options}
    </select></label
  >`

const contact = html`<fieldset>
  <legend>Contact</legend>
  ${field('email', 'E-mail', 'email', { type: 'email' })}
  ${field('phone', 'Telephone', 'tel', { type: 'tel', required: false })}
</fieldset>`

const billing = html`<fieldset>
  <legend>Billing address</legend>
  ${field('name', 'Name', 'billing name')} ${field('address', 'Street and number', 'billing address-line1')}
  ${field('postal', 'Postal code', 'billing postal-code')} ${field('city', 'City', 'billing address-level2')}
  ${select('country', 'Country', countryOptions())}
</fieldset>`

const delivery = html`<details class="elsewhere">
    <summary>Deliver to another address</summary>
    <fieldset>
      <legend>Delivery address</legend>
      ${field('ship_name', 'Name', 'shipping name', { required: false })}
      ${field('ship_address', 'Street and number', 'shipping address-line1', { required: false })}
      ${field('ship_postal', 'Postal code', 'shipping postal-code', { required: false })}
      ${field('ship_city', 'City', 'shipping address-level2', { required: false })}
      ${select('ship_country', 'Country', countryOptions())}
    </fieldset>
  </details>
  <fieldset>
    <legend>Delivery</legend>
    ${select('delivery', 'Speed', [
      html`<option value="standard">Standard, three to five days</option>`,
      html`<option value="express">Express, tomorrow</option>`,
    ])}
  </fieldset>`

const payment = html`<fieldset>
  <legend>Payment</legend>
  ${select(
    'card',
    'Test card',
    Object.entries(testCards).map(([id, { label }]) => html`<option value="${id}">${label}</option>`),
  )}
  <p class="hint">A sandbox: every card stands for one answer of the bank. There is no field for a card number.</p>
</fieldset>`

const row = ({ good, quantity }: Basket[number]) =>
  html`<tr>
    <td><img src="/pictures/${good.id}.svg" alt="" width="60" height="50" /></td>
    <td>
      ${good.name}
      <form method="post" action="/basket" class="steps">
        <input type="hidden" name="id" value="${good.id}" />
        <button name="by" value="-1" aria-label="One ${good.name} less">−</button>
        <span>${quantity}</span>
        <button name="by" value="1" aria-label="One ${good.name} more">+</button>
      </form>
    </td>
    <td class="price">${euros(good.price * quantity)}</td>
  </tr>`

const summary = (basket: Basket) =>
  html`<section class="summary" aria-labelledby="basket-title">
    <h2 id="basket-title">Basket</h2>
    <table>
      <caption class="unseen">
        What you are buying
      </caption>
      <tbody>
        ${basket.map(row)}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colspan="2">Total, delivery included</th>
          <td class="price">${euros(totalOf(basket))}</td>
        </tr>
      </tfoot>
    </table>
  </section>`

const accountLine = (world: World | null) =>
  world?.account ? html`<p class="hint">Signed in. Customer since ${world.account.since.slice(0, 10)}.</p>` : nothing

const emptyBasket = html`<section class="empty">
  <h1>Your basket is empty</h1>
  <p>Put something in it, then come back. <a href="/">See what there is</a></p>
</section>`

const orderForm = (basket: Basket, world: World | null) =>
  html`<div class="checkout">
    <section>
      <h1>Checkout</h1>
      ${accountLine(world)}
      <form class="order" method="post" action="/order" data-goodfaith>
        ${contact} ${billing} ${delivery} ${payment}
        <button class="primary">Place order for ${euros(totalOf(basket))}</button>
      </form>
    </section>
    ${summary(basket)}
  </div>`

export interface CheckoutScripts {
  readonly goodfaithUrl: string
  readonly publishableKey: string
  /** The shop's own address that passes sessions on. */
  readonly endpoint: string
}

/** The tag any store would paste, posting through the shop's own proxy hop. Tools of a driven browser are there before it. */
const scripts = ({ goodfaithUrl, publishableKey, endpoint }: CheckoutScripts, world: World | null) =>
  html`${world?.driven ? html`<script src="/tools.js"></script>` : nothing}
    <script
      async
      src="${new URL('gf.js', goodfaithUrl).href}"
      data-key="${publishableKey}"
      data-endpoint="${endpoint}"
    ></script>`

export const checkoutPage = (basket: Basket, world: World | null, tag: CheckoutScripts): string =>
  layout({
    title: 'Checkout',
    items: countOf(basket),
    head: basket.length > 0 ? scripts(tag, world) : nothing,
    main: html`${basket.length > 0 ? orderForm(basket, world) : emptyBasket}${panel()}`,
  })
