import { useLocation } from 'preact-iso'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { usePlace } from './place.ts'

interface Props {
  /** For the window's title, before store and product. */
  readonly title: string
  readonly children: ComponentChildren
}

/** A page behind the rail. Arriving on it moves the focus here, so that a screen reader starts at the right place. */
export const Page = ({ title, children }: Props) => {
  const main = useRef<HTMLElement>(null)
  const { mode } = usePlace()
  const { path } = useLocation()
  useEffect(() => {
    document.title = `${title}${mode === 'test' ? ' · Test' : ''} · Goodfaith`
  }, [title, mode])
  useEffect(() => {
    main.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [path])
  return (
    <main id="main" class="page" tabIndex={-1} ref={main}>
      <div class="page-inner">{children}</div>
    </main>
  )
}
