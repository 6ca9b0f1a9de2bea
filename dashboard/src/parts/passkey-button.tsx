import type { PasskeyAnswer, PasskeyRequest } from '#contract/console.ts'
import { Icon } from './icon.tsx'
import { useAct } from './use-act.ts'

interface Props {
  readonly label: string
  readonly kind?: string
  readonly autoFocus?: boolean
  /** What is to be signed. */
  readonly ask: () => Promise<PasskeyRequest>
  readonly onAnswer: (passkey: PasskeyAnswer) => Promise<void>
}

/** Asks the browser for a passkey; what went wrong is said below. */
export const PasskeyButton = ({ label, kind = '', autoFocus = false, ask, onAnswer }: Props) => {
  const { act, busy, wrong } = useAct()
  const use = () =>
    void act(async () => {
      const [request, { askPasskey }] = await Promise.all([ask(), import('../api/passkey.ts')])
      await onAnswer(await askPasskey(request))
    })
  return (
    <div class="field">
      <button class={`button wide ${kind}`} type="button" aria-busy={busy} autoFocus={autoFocus} onClick={use}>
        {busy ? 'Waiting for your device…' : label}
      </button>
      {wrong && (
        <p class="wrong" role="alert">
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
    </div>
  )
}
