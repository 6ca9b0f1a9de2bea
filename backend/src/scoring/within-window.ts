import type { IdentifierKind } from '#contract/identifier.ts'
import type { Steps } from './evidence.ts'
import type { Window } from './profile-windows.ts'

/** What all evidence says of itself that looks at one identifier in one window, where more is worse. */
export interface WithinWindow {
  readonly kind: IdentifierKind
  readonly window: Window
  readonly title: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
}

/** `subject` as in rules: `countries` gives `card.countries_7d`; the code may say it louder. */
export const named = ({ kind, window }: WithinWindow, subject: string, loudly = subject) => ({
  name: `${kind}.${subject}_${window}`,
  code: `${kind}_${loudly}_${window}`.toUpperCase(),
})

export const storeWide = ({ title, family, points, basis }: WithinWindow) =>
  ({ title, family, points, basis, scope: 'store', direction: 'more-is-worse' }) as const
