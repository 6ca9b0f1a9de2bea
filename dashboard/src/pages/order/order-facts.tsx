import { Fragment } from 'preact'
import type { OrderDetail, OrderIdentifier } from '#contract/console.ts'
import { formatMoney } from '../../format/money.ts'
import { plural } from '../../format/number.ts'
import { placeName } from '../../format/place.ts'
import { methodWord } from '../../format/words.ts'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { ownName } from '../../parts/kinds.ts'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'

/** Icon, masked hint, four characters of the keyed id: never a raw value, never a whole hash. */
const Ident = ({
  identifiers,
  kind,
  icon,
  text,
}: {
  identifiers: readonly OrderIdentifier[]
  kind: string
  icon: IconName
  text?: string
}) => {
  const { to } = usePlace()
  const identifier = identifiers.find((one) => one.kind === kind)
  if (!identifier && !text) return <>not given</>
  const shown = (
    <>
      <Icon name={icon} />
      <span class="hint">{text ?? identifier?.hint ?? 'known by its code only'}</span>
      {identifier && <code>{identifier.short}</code>}
    </>
  )
  if (!identifier) return <span class="ident">{shown}</span>
  return (
    <a class="ident" href={to(`profiles/${kind}/${encodeURIComponent(identifier.ref)}`)}>
      {shown}
    </a>
  )
}

const days = (age: number): string => (age < 60 ? plural(Math.floor(age), 'day') : `${Math.floor(age / 30.4)} months`)

export const OrderFacts = ({ facts, identifiers }: Pick<OrderDetail, 'facts' | 'identifiers'>) => (
  <Panel id="facts" title="Order">
    <div class="body">
      <dl class="facts">
        <dt>Customer</dt>
        <dd>
          <Ident identifiers={identifiers} kind="email" icon="mail" />
          {facts.account_age_days !== null && <small>account is {days(facts.account_age_days)} old</small>}
        </dd>
        <dt>Amount</dt>
        <dd>{formatMoney(facts.amount, facts.currency)}</dd>
        <dt>Payment</dt>
        <dd>
          <Ident
            identifiers={identifiers}
            kind="card"
            icon="card"
            text={facts.payment_method ? (methodWord[facts.payment_method] ?? facts.payment_method) : 'not given'}
          />
          {facts.card_bin && <small>card begins {facts.card_bin}</small>}
        </dd>
        <dt>Billing</dt>
        <dd>{facts.billing ? placeName(facts.billing) : 'not given'}</dd>
        <dt>Shipping</dt>
        <dd>
          {facts.shipping ? placeName(facts.shipping) : 'not given'}
          {facts.shipping?.method && <small>{facts.shipping.method}</small>}
        </dd>
        <dt>Basket</dt>
        <dd>
          {facts.basket ? plural(facts.basket.items, 'item') : 'not given'}
          {facts.basket && facts.basket.categories.length > 0 && <small>{facts.basket.categories.join(', ')}</small>}
        </dd>
        <dt>Phone</dt>
        <dd>
          <Ident identifiers={identifiers} kind="phone" icon="phone" />
        </dd>
        <dt>Device</dt>
        <dd>
          <Ident identifiers={identifiers} kind="device" icon="device" />
        </dd>
        {identifiers
          .filter(({ kind }) => ownName(kind) !== null)
          .map(({ kind }) => (
            <Fragment key={kind}>
              <dt>{ownName(kind)}</dt>
              <dd>
                <Ident identifiers={identifiers} kind={kind} icon="labels" />
              </dd>
            </Fragment>
          ))}
      </dl>
    </div>
  </Panel>
)
