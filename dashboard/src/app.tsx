import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Me, Samples } from '#contract/console.ts'
import { get, whenSignedOut } from './api/client.ts'
import { laterPages } from './later-pages.ts'
import { doorAt } from './pages/account-door/doors.ts'
import { NotFoundPage } from './pages/not-found.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { OrdersPage } from './pages/orders/orders-page.tsx'
import { IconSprite } from './parts/icon.tsx'
import { laterStyles } from './shell/later-styles.ts'
import { LookingBand } from './shell/looking-band.tsx'
import { AccountContext, type Account } from './shell/me.ts'
import { pagePath, usePlace, type Mode } from './shell/place.ts'
import { Shell } from './shell/shell.tsx'
import { ToastPlace } from './shell/toast.tsx'

/** Live orders; or, as long as there are orders of the first start, those. */
const ToFirstStore = () => {
  const { route } = useLocation()
  const { store } = usePlace()
  useEffect(() => {
    const arrive = (mode: Mode) => route(pagePath(store.id, mode, 'overview'), true)
    get<Samples>(`/stores/${store.id}/test/samples`).then(
      ({ state }) => arrive(state === 'absent' ? 'live' : 'test'),
      () => arrive('live'),
    )
  }, [])
  return null
}

const Pages = () => (
  <Shell>
    <Router>
      <Route path="/" component={ToFirstStore} />
      <Route path="/:store/:mode/orders" component={OrdersPage} />
      {laterPages.map(({ path, component }) => (
        <Route key={path} path={`/:store/:mode/${path}`} component={component} />
      ))}
      <Route default component={NotFoundPage} />
    </Router>
  </Shell>
)

type Somebody =
  { readonly state: 'asking' } | { readonly state: 'nobody' } | { readonly state: 'here'; readonly me: Me }

/** Who is here: asked once at the start, and again when a call is refused. */
const useSomebody = () => {
  const [somebody, setSomebody] = useState<Somebody>({ state: 'asking' })
  const arrive = useCallback((me: Me) => setSomebody({ state: 'here', me }), [])
  const leave = useCallback(() => setSomebody({ state: 'nobody' }), [])
  const renew = useCallback(async () => arrive(await get<Me>('/me')), [arrive])
  useEffect(() => {
    whenSignedOut(leave)
    renew().catch(leave)
  }, [leave, renew])
  const account = useMemo<Account | undefined>(
    () => (somebody.state === 'here' ? { me: somebody.me, leave, renew } : undefined),
    [somebody, leave, renew],
  )
  return { state: somebody.state, account, arrive }
}

const AccountPage = lazy(async () => {
  const [room] = await Promise.all([import('./pages/account/account-page.tsx'), laterStyles()])
  return room.AccountPage
})

const NewStorePage = lazy(async () => {
  const [room] = await Promise.all([import('./pages/new-store/new-store-page.tsx'), laterStyles()])
  return room.NewStorePage
})

const ClosedPage = lazy(async () => {
  const [room] = await Promise.all([import('./pages/danger/closed-page.tsx'), laterStyles()])
  return room.ClosedPage
})

/** Behind the sign-in: one's own account, or a store. Whoever owes a second factor sets it up first. */
const Inside = ({ me }: Pick<Account, 'me'>) => {
  const { path } = useLocation()
  if (path === '/account' || me.owes_second_factor) return <AccountPage />
  if (me.organization.closed) return <ClosedPage />
  return me.stores.length > 0 && path !== '/new-store' ? <Pages /> : <NewStorePage />
}

const Front = () => {
  const { path } = useLocation()
  const { state, account, arrive } = useSomebody()
  const DoorPage = doorAt(path)
  if (DoorPage) return <DoorPage onSignedIn={arrive} />
  if (state === 'nobody') return <SignInPage onSignedIn={arrive} />
  return (
    account && (
      <AccountContext.Provider value={account}>
        <LookingBand />
        <Inside me={account.me} />
      </AccountContext.Provider>
    )
  )
}

export const App = () => {
  return (
    <ErrorBoundary>
      <IconSprite />
      <ToastPlace>
        <LocationProvider>
          <Front />
        </LocationProvider>
      </ToastPlace>
    </ErrorBoundary>
  )
}
