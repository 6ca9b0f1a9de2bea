import { countOf, type Basket } from '../basket.ts'
import { goods, type Good } from '../goods.ts'
import { html } from '../html.ts'
import { euros } from '../money.ts'
import { layout } from './layout.ts'
import { panel } from './panel.ts'

const card = ({ id, name, line, price }: Good) =>
  html`<li class="good">
    <img src="/pictures/${id}.svg" alt="" width="240" height="200" />
    <h2>${name}</h2>
    <p>${line}</p>
    <form method="post" action="/basket">
      <input type="hidden" name="id" value="${id}" />
      <strong>${euros(price)}</strong>
      <button name="by" value="1">Add <span class="unseen">${name} </span>to basket</button>
    </form>
  </li>`

export const homePage = (basket: Basket): string =>
  layout({
    title: 'Stoneware and porcelain',
    items: countOf(basket),
    main: html`<section class="hero">
        <h1>Things that are held every day</h1>
        <p>Thrown, glazed and fired in small batches. Posted within two days.</p>
      </section>
      <ul class="goods">
        ${goods.map(card)}
      </ul>
      ${panel()}`,
  })
