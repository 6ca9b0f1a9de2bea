import type { StoreSecrets } from '#contract/console.ts'
import { Icon } from '../../parts/icon.tsx'
import { SecretLine } from '../install/secret-line.tsx'

const modes = ['test', 'live'] as const

/** The one time that the keys of a new store are on a screen. */
export const StoreKeys = ({ store }: { readonly store: StoreSecrets }) => (
  <div class="stack">
    <div class="banner" data-tone="warn" role="status">
      <Icon name="alert" />
      <p>
        These secrets are shown <strong>this once</strong>. Put them where your store keeps secrets; new ones can be
        made on its page Install.
      </p>
    </div>
    {modes.map((mode) => (
      <section key={mode} aria-label={`Keys for ${mode}`}>
        <h2>{mode === 'test' ? 'To try it out' : 'For real orders'}</h2>
        <dl class="keys">
          <SecretLine name="Publishable key" where="for the page" value={store[mode].publishable_key} />
          <SecretLine name="Secret key" where="for your server" value={store[mode].secret_key} />
          <SecretLine name="Signing secret" where="for your server" value={store[mode].signing_secret} />
        </dl>
      </section>
    ))}
    <p>
      {/* A full load: who is here has one more store. */}
      <button class="button primary" type="button" onClick={() => location.assign(`/${store.id}/test/install`)}>
        I have kept them: go to Install
      </button>
    </p>
  </div>
)
