import { Icon, type IconName } from './icon.tsx'

interface Props {
  readonly icon: IconName
  readonly name: string
  readonly letter?: string
  /** Why it cannot be done; the words stand in #why-not. */
  readonly why: string | null
  readonly onClick: () => void
}

/** Approve and decline, ask and skip: the same weight, size and colour. */
export const ChoiceButton = ({ icon, name, letter, why, onClick }: Props) => (
  <button
    class="button"
    type="button"
    {...(why === null ? { onClick } : { 'aria-disabled': 'true' as const, 'aria-describedby': 'why-not' })}
  >
    <Icon name={icon} />
    {name}
    {letter && <kbd>{letter}</kbd>}
  </button>
)
