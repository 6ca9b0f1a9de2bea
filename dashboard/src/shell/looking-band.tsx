import { useEffect } from 'preact/hooks'
import type { Me } from '#contract/console.ts'
import { post } from '../api/client.ts'
import { Icon } from '../parts/icon.tsx'
import { useAct } from '../parts/use-act.ts'
import { useMe } from './me.ts'
import { useNow } from './use-now.ts'

const timeLeft = (ms: number): string => {
  const minutes = Math.ceil(Math.max(0, ms) / 60_000)
  return minutes === 1 ? '1 minute left' : `${minutes} minutes left`
}

interface Props {
  readonly me: Me
  readonly running: NonNullable<Me['impersonation']>
}

/** On every page, for who looks and for whoever else is here. */
const Band = ({ me, running }: Props) => {
  const now = useNow(1_000)
  const { act, busy, wrong } = useAct()
  const left = Date.parse(running.ends_at) - now
  const isMine = me.role === 'operator'
  const leave = () => location.assign('/operator')
  useEffect(() => {
    if (left <= 0 && isMine) leave()
  }, [left <= 0, isMine])
  if (left <= 0) return null
  const end = () =>
    void act(async () => {
      await post('/sign-out')
      leave()
    })
  return (
    <div class="looking-band" role="region" aria-label="The operator is looking">
      <Icon name="lock" />
      <p>
        <strong>{running.operator}</strong>, operator of this installation, {isMine ? 'that is you, sees' : 'sees'}{' '}
        {me.organization.name} and changes nothing. Reason: {running.reason} ·{' '}
        <span class="left">{timeLeft(left)}.</span>
        {wrong && <span role="alert"> {wrong}</span>}
      </p>
      {isMine && (
        <button class="button small" type="button" aria-busy={busy} onClick={end}>
          Stop looking
        </button>
      )}
    </div>
  )
}

export const LookingBand = () => {
  const me = useMe()
  return me.impersonation && <Band me={me} running={me.impersonation} />
}
