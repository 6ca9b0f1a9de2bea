import { Icon } from '../../parts/icon.tsx'
import { useAccount } from '../../shell/me.ts'
import { Page } from '../../shell/page.tsx'
import { pageGroups } from '../../shell/pages.ts'
import { usePlace } from '../../shell/place.ts'
import { useSignOut } from '../../shell/use-sign-out.ts'

/** Where the tabs end: every page by name, and the way out. */
export const MorePage = () => {
  const { to } = usePlace()
  const { me } = useAccount()
  const signOut = useSignOut()
  return (
    <Page title="More">
      <div class="page-head">
        <h1>More</h1>
        <span class="quiet">{me.person.name}</span>
      </div>
      {pageGroups.map(({ name, entries }) => (
        <section class="panel" key={name} aria-label={name}>
          <ul class="page-list">
            {entries.map(({ page, icon, name: title, what }) => (
              <li key={page}>
                <Icon name={icon} />
                <a href={to(page)}>{title}</a>
                <small>{what}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <button class="button" type="button" onClick={signOut}>
          Sign out
        </button>
      </p>
    </Page>
  )
}
