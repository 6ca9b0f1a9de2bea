import { useLocation } from 'preact-iso'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { KeyList } from './key-list.tsx'
import { useKeys } from './keys.ts'
import { allPages } from './pages.ts'
import { usePlace } from './place.ts'
import { Rail } from './rail.tsx'
import { TestBand } from './test-band.tsx'

/** Everything round a page: band, rail, skip link and the keys that work everywhere. */
export const Shell = ({ children }: { children: ComponentChildren }) => {
  const { route } = useLocation()
  const { to, mode } = usePlace()
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
      {mode === 'test' && <TestBand />}
      <div class="shell">
        <Rail />
        {children}
      </div>
      {keyList && <KeyList onClose={() => setKeyList(false)} />}
    </>
  )
}
