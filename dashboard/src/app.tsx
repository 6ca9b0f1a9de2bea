import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Me } from '#contract/console.ts'
import { get, whenSignedOut } from './api/client.ts'
import { laterPages } from './later-pages.ts'
import { NoStore } from './pages/no-store.tsx'
import { NotFoundPage } from './pages/not-found.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { OrdersPage } from './pages/orders/orders-page.tsx'
import { IconSprite } from './parts/icon.tsx'
import { AccountContext, type Account } from './shell/me.ts'
import { usePlace } from './shell/place.ts'
import { Shell } from './shell/shell.tsx'
import { ToastPlace } from './shell/toast.tsx'

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

export const App = () => {
  const { state, account, arrive } = useSomebody()
  return (
    <ErrorBoundary>
      <IconSprite />
      <ToastPlace>
        <LocationProvider>
          {state === 'nobody' && <SignInPage onSignedIn={arrive} />}
          {account && (
            <AccountContext.Provider value={account}>
              {account.me.stores.length > 0 ? <Pages /> : <NoStore />}
            </AccountContext.Provider>
          )}
        </LocationProvider>
      </ToastPlace>
    </ErrorBoundary>
  )
}
