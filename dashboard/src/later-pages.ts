import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import { laterStyles } from './shell/later-styles.ts'

interface LaterPage {
  readonly path: string
  readonly component: ComponentType
}

/** Fetched with its styles when it is first asked for. */
const later = (path: string, load: () => Promise<ComponentType>): LaterPage => ({
  path,
  component: lazy(async () => {
    const [page] = await Promise.all([load(), laterStyles()])
    return page
  }),
})

export const laterPages: readonly LaterPage[] = [
  later('overview', () => import('./pages/overview/overview-page.tsx').then((room) => room.OverviewPage)),
  later('orders/:id', () => import('./pages/order/order-page.tsx').then((room) => room.OrderPage)),
  later('review', () => import('./pages/review/review-page.tsx').then((room) => room.ReviewPage)),
  later('rules/:id?', () => import('./pages/rules/rules-page.tsx').then((room) => room.RulesPage)),
  later('lists', () => import('./pages/lists/lists-page.tsx').then((room) => room.ListsPage)),
  later('labels', () => import('./pages/labels/labels-page.tsx').then((room) => room.LabelsPage)),
  later('model', () => import('./pages/model/model-page.tsx').then((room) => room.ModelPage)),
  later('network', () => import('./pages/network/network-page.tsx').then((room) => room.NetworkPage)),
  later('evidence', () => import('./pages/evidence/evidence-page.tsx').then((room) => room.EvidencePage)),
  later('profiles/:kind/:ref', () => import('./pages/profile/profile-page.tsx').then((room) => room.ProfilePage)),
  later('decisions', () => import('./pages/decisions/decisions-page.tsx').then((room) => room.DecisionsPage)),
  later('install', () => import('./pages/install/install-page.tsx').then((room) => room.InstallPage)),
  later('keys', () => import('./pages/keys/keys-page.tsx').then((room) => room.KeysPage)),
  later('keys/:id', () => import('./pages/keys/requests-page.tsx').then((room) => room.KeyRequestsPage)),
  later('people', () => import('./pages/people/people-page.tsx').then((room) => room.PeoplePage)),
  later('audit', () => import('./pages/audit/audit-page.tsx').then((room) => room.AuditPage)),
  later('settings', () => import('./pages/settings/settings-page.tsx').then((room) => room.SettingsPage)),
  later('danger', () => import('./pages/danger/danger-page.tsx').then((room) => room.DangerPage)),
  later('more', () => import('./pages/more/more-page.tsx').then((room) => room.MorePage)),
]
