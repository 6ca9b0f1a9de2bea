import type { KeySecrets } from '#contract/console.ts'
import { CodeBox } from '../../parts/code-box.tsx'
import { Icon } from '../../parts/icon.tsx'

/** Gone for good once the reader says they are kept. */
export const SecretsOnce = ({ secrets, onKept }: { secrets: KeySecrets; onKept: () => void }) => (
  <>
    <p class="banner" data-tone="warn" role="note">
      <Icon name="alert" />
      <span>
        These secrets are shown <strong>this once</strong>. Put them where your store keeps secrets; afterwards only
        kind, mode and 8 characters can be seen.
      </span>
    </p>
    <dl class="keys">
      {secrets.secret_key && (
        <div>
          <dt>
            Secret<small>for your server</small>
          </dt>
          <dd>
            <CodeBox code={secrets.secret_key} what="secret key" />
          </dd>
        </div>
      )}
      {secrets.signing_secret && (
        <div>
          <dt>
            Signing secret<small>for your server</small>
          </dt>
          <dd>
            <CodeBox code={secrets.signing_secret} what="signing secret" />
          </dd>
        </div>
      )}
    </dl>
    <p>
      <label class="row">
        <input class="check" type="checkbox" onChange={onKept} /> I have kept both secrets. Hide them for good.
      </label>
    </p>
  </>
)
