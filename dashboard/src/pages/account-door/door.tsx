import type { ComponentChildren } from 'preact'
import { ThemeButton } from '../../shell/theme.tsx'
import { Wordmark } from '../../shell/wordmark.tsx'

/** A page in front of the dashboard: nobody is signed in yet, or not quite. */
export const Door = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => {
  document.title = `${title} · Goodfaith`
  return (
    <div class="door">
      <main id="main" tabIndex={-1}>
        <div class="row spread">
          <span class="wordmark">
            <Wordmark />
          </span>
          <ThemeButton />
        </div>
        <div class="box">
          <h1>{title}</h1>
          {children}
        </div>
        <p class="quiet">
          <small>{location.host}, self-hosted</small>
        </p>
      </main>
    </div>
  )
}
