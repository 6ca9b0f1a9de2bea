import { ErrorBoundary, lazy, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Me } from '#contract/console.ts'
import { get, whenSignedOut } from './api/client.ts'
import { NoStore } from './pages/no-store.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { OrderPage } from './pages/order/order-page.tsx'
import { OrdersPage } from './pages/orders/orders-page.tsx'
import { IconSprite } from './parts/icon.tsx'
import { MeContext, SignedOutContext } from './shell/me.ts'
import { usePlace } from './shell/place.ts'
import { Shell } from './shell/shell.tsx'
import { ToastPlace } from './shell/toast.tsx'

const OverviewPage = lazy(() => import('./pages/overview/overview-page.tsx').then((room) => room.OverviewPage))
const InstallPage = lazy(() => import('./pages/install/install-page.tsx').then((room) => room.InstallPage))
const SettingsPage = lazy(() => import('./pages/settings/settings-page.tsx').then((room) => room.SettingsPage))

const ToFirstStore = () => {
  const { route } = useLocation()
  const { to } = usePlace()
  useEffect(() => route(to('overview'), true), [])
  return null
}

const Pages = () => (
  <Shell>
    <Router>
      <Route path="/" component={ToFirstStore} />
      <Route path="/:store/:mode/overview" component={OverviewPage} />
      <Route path="/:store/:mode/orders" component={OrdersPage} />
      <Route path="/:store/:mode/orders/:id" component={OrderPage} />
      <Route path="/:store/:mode/install" component={InstallPage} />
      <Route path="/:store/:mode/settings" component={SettingsPage} />
      <Route default component={NotFoundPage} />
    </Router>
  </Shell>
)

type Somebody =
  { readonly state: 'asking' } | { readonly state: 'nobody' } | { readonly state: 'here'; readonly me: Me }

export const App = () => {
  const [somebody, setSomebody] = useState<Somebody>({ state: 'asking' })
  const leave = useCallback(() => setSomebody({ state: 'nobody' }), [])
  useEffect(() => {
    whenSignedOut(leave)
    get<Me>('/me').then((me) => setSomebody({ state: 'here', me }), leave)
  }, [leave])
  return (
    <ErrorBoundary>
      <IconSprite />
      <ToastPlace>
        <LocationProvider>
          {somebody.state === 'nobody' && <SignInPage onSignedIn={(me) => setSomebody({ state: 'here', me })} />}
          {somebody.state === 'here' && (
            <SignedOutContext.Provider value={leave}>
              <MeContext.Provider value={somebody.me}>
                {somebody.me.stores.length > 0 ? <Pages /> : <NoStore />}
              </MeContext.Provider>
            </SignedOutContext.Provider>
          )}
        </LocationProvider>
      </ToastPlace>
    </ErrorBoundary>
  )
}
