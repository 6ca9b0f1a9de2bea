import { html } from '../html.ts'

/** Filled by the browser (browser/panel.ts): who there is to play is nothing the server knows. */
export const panel = () =>
  html`<section class="panel" aria-labelledby="panel-title">
    <h2 id="panel-title">Who is shopping?</h2>
    <p>
      Let somebody else buy what is in the basket. Each lends the shop another address, card, network, machine and pace;
      the shop tells Goodfaith no more than it sees.
    </p>
    <div class="roles" data-roles></div>
    <p class="status" role="status" data-status></p>
  </section>`
