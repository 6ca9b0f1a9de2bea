import { Empty } from '../parts/empty.tsx'
import { Page } from '../shell/page.tsx'
import { usePlace } from '../shell/place.ts'

export const NotFoundPage = () => {
  const { to } = usePlace()
  return (
    <Page title="Nothing here">
      <div class="page-head">
        <h1>Nothing here</h1>
      </div>
      <section class="panel">
        <Empty
          title="This address leads nowhere"
          acts={
            <a class="button primary" href={to('overview')}>
              Go to Overview
            </a>
          }
        >
          The page was moved, or the address is mistyped. Your orders are where they were.
        </Empty>
      </section>
    </Page>
  )
}
