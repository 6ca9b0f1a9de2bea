import type { ComponentChildren } from 'preact'
import { useMayChange } from '../shell/me.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly onClick?: () => void
  readonly kind?: string
  readonly busy?: boolean
  readonly submit?: boolean
  readonly children: ComponentChildren
}

/** For what only owner and admin may do. Others see it, dashed, and are told who could. */
export const ActButton = ({ onClick, kind = '', busy = false, submit = false, children }: Props) => {
  const mayChange = useMayChange()
  if (!mayChange) {
    return (
      <span class="row">
        <button class={`button ${kind}`} type="button" aria-disabled="true">
          <Icon name="lock" />
          {children}
        </button>
        <small class="quiet">Only Owner and Admin.</small>
      </span>
    )
  }
  return (
    <button class={`button ${kind}`} type={submit ? 'submit' : 'button'} aria-busy={busy} onClick={onClick}>
      {children}
    </button>
  )
}
