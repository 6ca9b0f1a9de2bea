import { useLocation } from 'preact-iso'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { KeyList } from './key-list.tsx'
import { useKeys } from './keys.ts'
import { allPages } from './pages.ts'
import { usePlace } from './place.ts'
import { Rail } from './rail.tsx'

const TestBand = () => (
  <div class="test-band" role="region" aria-label="Test mode">
    <p>
      <strong>TEST DATA.</strong> Nothing on this page is a real order. Live orders are not affected.
    </p>
  </div>
)

/** Everything round a page: band, rail, skip link and the keys that work everywhere. */
export const Shell = ({ children }: { children: ComponentChildren }) => {
  const { route } = useLocation()
  const { to } = usePlace()
  const [keyList, setKeyList] = useState(false)
  useKeys({
    '?': () => setKeyList(true),
    ...Object.fromEntries(allPages.map(({ key, page }) => [`g ${key}`, () => route(to(page))])),
  })
  return (
    <>
      <a class="skip" href="#main">
        Skip to content
      </a>
      <TestBand />
      <div class="shell">
        <Rail />
        {children}
      </div>
      {keyList && <KeyList onClose={() => setKeyList(false)} />}
    </>
  )
}
