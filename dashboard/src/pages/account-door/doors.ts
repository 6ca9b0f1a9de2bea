import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import type { Me } from '#contract/console.ts'
import { laterStyles } from '../../shell/later-styles.ts'

type DoorPage = ComponentType<{ readonly onSignedIn: (me: Me) => void }>

const byAddress = () => import('./by-address.tsx')
const byLink = () => import('./by-link.tsx')
const invitation = () => import('./invitation.tsx')

const operator = () => import('../operator/operator-page.tsx')

/** Pages that anybody may see, signed in or not. Fetched when they are asked for. */
const doors: Readonly<Record<string, DoorPage>> = {
  '/sign-up': lazy(async () => (await byAddress()).SignUpPage),
  '/forgot': lazy(async () => (await byAddress()).ForgotPage),
  '/confirm': lazy(async () => (await byLink()).ConfirmPage),
  '/reset': lazy(async () => (await byLink()).ResetPage),
  '/invitation': lazy(async () => (await invitation()).InvitationPage),
  '/operator': lazy(async () => {
    const [room] = await Promise.all([operator(), laterStyles()])
    return room.OperatorPage
  }),
  '/confirm-address': lazy(async () => (await byLink()).ConfirmAddressPage),
}

export const doorAt = (path: string): DoorPage | undefined => (Object.hasOwn(doors, path) ? doors[path] : undefined)
