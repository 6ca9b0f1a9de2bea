import { html, nothing, type Html } from '../html.ts'

export interface Layout {
  readonly title: string
  readonly items: number
  readonly main: Html
  /** Scripts of this page besides the shop's own. */
  readonly head?: Html
}

export const layout = ({ title, items, main, head = nothing }: Layout): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Kiln &amp; Kettle</title>
        <link rel="icon" href="/pictures/teapot.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/shop.css" />
        ${head}
        <script type="module" src="/shop.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
          <a class="brand" href="/"
            ><img src="/pictures/teapot.svg" alt="" width="44" height="37" />Kiln &amp; Kettle</a
          >
          <nav aria-label="Shop">
            <a href="/">Shop</a> <a href="/checkout">Basket <span class="count">${items}</span></a>
          </nav>
        </header>
        <main id="main">${main}</main>
        <footer class="foot">
          A demo shop. Nothing is sold, no card is charged, and every shopper in it is made up.
        </footer>
      </body>
    </html> `.text
