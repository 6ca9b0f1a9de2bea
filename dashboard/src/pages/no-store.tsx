import { Empty } from '../parts/empty.tsx'

export const NoStore = () => (
  <main id="main" class="page">
    <section class="panel">
      <Empty title="No store yet">
        Your organisation has no store. Whoever runs this installation makes one with{' '}
        <code>npx goodfaith merchants create --name "My store"</code>.
      </Empty>
    </section>
    <p>
      <a href="/account">Your account</a>
    </p>
  </main>
)
