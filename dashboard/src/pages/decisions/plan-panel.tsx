import { useState } from 'preact/hooks'
import type { ControlShare, PolicyChange, PolicyView } from '#contract/console.ts'
import { formatMoney, minorDigits } from '../../format/money.ts'
import { formatShare } from '../../format/number.ts'
import { ActButton } from '../../parts/act-button.tsx'
import { Field } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { controlOf } from './control-of.ts'

interface Props {
  readonly policy: PolicyView
  readonly busy: boolean
  readonly onSave: (change: PolicyChange, said?: string) => void
}

export const PlanPanel = ({ policy, busy, onSave }: Props) => {
  const isShadow = policy.plan === 'shadow'
  return (
    <Panel id="plan" title={isShadow ? 'Shadow plan: nothing acts' : 'Decisions act'}>
      <div class="body stack">
        <p class="soft">
          {isShadow
            ? 'Everything is computed, every order is approved, and each verdict says what it would have decided.'
            : 'In the shadow plan everything is computed and nothing acts: every order is approved, and each verdict says what it would have decided.'}
        </p>
        <ActButton
          may="policy.change"
          busy={busy}
          onClick={() =>
            onSave(
              { plan: isShadow ? 'acting' : 'shadow' },
              isShadow ? 'Decisions act from the next order on.' : 'From the next order on nothing acts.',
            )
          }
        >
          <Icon name={isShadow ? 'check' : 'eye'} />
          {isShadow ? 'Let decisions act' : 'Go into shadow'}
        </ActButton>
      </div>
    </Panel>
  )
}

const limits = ({ at_most: most }: ControlShare): string =>
  Object.entries(most)
    .map(([currency, amount]) => formatMoney(amount, currency))
    .join(', ')

export const ControlPanel = ({ policy, busy, onSave }: Props) => {
  const [currency = 'EUR', amount = 5000] = Object.entries(policy.control?.at_most ?? {})[0] ?? []
  const [share, setShare] = useState(policy.control ? String(policy.control.share * 100) : '1')
  const [most, setMost] = useState(String(amount / 10 ** minorDigits(currency)))
  const [code, setCode] = useState(currency)
  const control = controlOf(share, most, code)
  return (
    <Panel
      id="control"
      title="Control share"
      note={
        policy.control
          ? `${formatShare(policy.control.share)} of would-be declines up to ${limits(policy.control)}`
          : 'off'
      }
    >
      <form
        class="body stack"
        aria-label="Control share"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (control) onSave({ control })
        }}
      >
        <p class="soft">
          A declined order never shows what it would have become. A small share of them, let through under a limit,
          keeps learning honest.
        </p>
        <div class="four-fields">
          <Field
            id="control-share"
            label="Share, %"
            help="0 to 2"
            wrong={control ? undefined : 'From 0 to 2, a limit, and a currency of three letters.'}
            input={{
              inputMode: 'decimal',
              value: share,
              onInput: ({ currentTarget }) => setShare(currentTarget.value),
            }}
          />
          <Field
            id="control-most"
            label="Up to"
            help="in whole units"
            input={{ inputMode: 'decimal', value: most, onInput: ({ currentTarget }) => setMost(currentTarget.value) }}
          />
          <Field
            id="control-currency"
            label="Currency"
            help="three letters"
            input={{
              value: code,
              maxLength: 3,
              onInput: ({ currentTarget }) => setCode(currentTarget.value.toUpperCase()),
            }}
          />
        </div>
        <div class="row">
          <ActButton may="policy.change" submit busy={busy}>
            {policy.control ? 'Save' : 'Switch on'}
          </ActButton>
          {policy.control && (
            <ActButton
              may="policy.change"
              kind="plain"
              busy={busy}
              onClick={() => onSave({ control: null }, 'The control share is off.')}
            >
              Switch off
            </ActButton>
          )}
        </div>
      </form>
    </Panel>
  )
}
