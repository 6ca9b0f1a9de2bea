import type { ComponentChildren } from 'preact'
import type { Permission } from '#contract/roles.ts'
import { whoMay } from '../format/role.ts'
import { useMay } from '../shell/me.ts'
import { Icon } from './icon.tsx'

interface Props {
  readonly may: Permission
  readonly onClick?: () => void
  readonly kind?: string
  readonly busy?: boolean
  readonly submit?: boolean
  readonly children: ComponentChildren
}

/** For what not everybody may do. Others see it, dashed, and are told who could. */
export const ActButton = ({ may, onClick, kind = '', busy = false, submit = false, children }: Props) => {
  if (!useMay(may)) {
    return (
      <span class="row">
        <button class={`button ${kind}`} type="button" aria-disabled="true">
          <Icon name="lock" />
          {children}
        </button>
        <small class="quiet">Only {whoMay(may)}.</small>
      </span>
    )
  }
  return (
    <button class={`button ${kind}`} type={submit ? 'submit' : 'button'} aria-busy={busy} onClick={onClick}>
      {children}
    </button>
  )
}
