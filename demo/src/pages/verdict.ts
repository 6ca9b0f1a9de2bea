import type { PlacedOrder } from '../assess-order.ts'
import { countOf, totalOf } from '../basket.ts'
import { html, nothing, type Html } from '../html.ts'
import { euros } from '../money.ts'
import { layout } from './layout.ts'
import { panel } from './panel.ts'

type Assessment = NonNullable<PlacedOrder['assessment']>

const answers = {
  approve: {
    title: 'Thank you, your order is on its way to the kiln',
    note: 'The shop ships it without a second look.',
  },
  review: {
    title: 'Thank you, we are having a look at your order',
    note: 'The shop holds it until a person has seen it.',
  },
  decline: { title: 'We could not accept this order', note: 'The shop declines it; nothing is charged.' },
} as const

const strongest = ({ reasons }: Assessment): Assessment['reasons'] =>
  [...reasons].sort((one, other) => Math.abs(other.points) - Math.abs(one.points)).slice(0, 3)

const signed = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0')

const reason = ({ text, points, sentiment, code }: Assessment['reasons'][number]) =>
  html`<li class="${sentiment}" data-code="${code}"><span class="points">${signed(points)}</span> ${text}</li>`

/** The score as part of a circle; the number says the same. */
const dial = (score: number) =>
  html`<svg class="dial" viewBox="0 0 120 120" role="img" aria-label="Trust score ${score} of 100">
    <circle cx="60" cy="60" r="52" pathLength="100" class="track" />
    <circle cx="60" cy="60" r="52" pathLength="100" class="arc" stroke-dasharray="${score} 100" />
    <text x="60" y="60" text-anchor="middle" dominant-baseline="central">${score}</text>
  </svg>`

const scored = (assessment: Assessment, dashboardUrl: string) =>
  html`<section
    class="verdict ${assessment.risk_level}"
    aria-labelledby="verdict-title"
    data-decision="${assessment.decision}"
  >
    <h2 id="verdict-title">What Goodfaith told the shop</h2>
    <div class="score">
      ${dial(assessment.trust_score)}
      <dl>
        <div>
          <dt>Decision</dt>
          <dd>${assessment.decision}</dd>
        </div>
        <div>
          <dt>Risk</dt>
          <dd>${assessment.risk_level}</dd>
        </div>
        <div>
          <dt>Every order starts at</dt>
          <dd>${assessment.base}</dd>
        </div>
        <div>
          <dt>Reasons in all</dt>
          <dd>${assessment.reasons.length}</dd>
        </div>
      </dl>
    </div>
    <h3>Three strongest reasons</h3>
    <ol class="reasons">
      ${strongest(assessment).map(reason)}
    </ol>
    <p><a href="${new URL(`orders/${assessment.id}`, dashboardUrl).href}">See all of it in the dashboard</a></p>
  </section>`

const unscored = (failure: string) =>
  html`<section class="verdict" aria-labelledby="verdict-title">
    <h2 id="verdict-title">Goodfaith did not answer</h2>
    <p>The shop decided beforehand to let such orders through. What the SDK said: <code>${failure}</code></p>
  </section>`

const outcome = ({ assessment, failure }: PlacedOrder, dashboardUrl: string): Html =>
  assessment ? scored(assessment, dashboardUrl) : failure === null ? nothing : unscored(failure)

export const verdictPage = (order: PlacedOrder, dashboardUrl: string): string => {
  const { title, note } = answers[order.assessment?.decision ?? 'approve']
  return layout({
    title: 'Your order',
    items: countOf(order.basket),
    main: html`<section class="thanks">
        <h1>${title}</h1>
        <p>Order ${order.id}, ${euros(totalOf(order.basket))}. ${note}</p>
      </section>
      ${outcome(order, dashboardUrl)} ${panel()}`,
  })
}
