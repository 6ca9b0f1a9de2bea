import type { KeySecrets } from '#contract/console.ts'
import { formatMoment, zoneName } from '../../format/time.ts'
import { Icon } from '../../parts/icon.tsx'
import { usePlace } from '../../shell/place.ts'
import { SecretLine } from './secret-line.tsx'

/** The one time that secrets are on a screen. They are held by this page alone and gone with it. */
export const NewSecrets = ({ secrets, onKept }: { secrets: KeySecrets; onKept: () => void }) => {
  const { zone } = usePlace()
  const until = secrets.previous_valid_until && Date.parse(secrets.previous_valid_until)
  return (
    <div class="stack" role="group" aria-label="New secrets">
      <div class="banner" data-tone="warn" role="status">
        <Icon name="alert" />
        <p>
          These secrets are shown <strong>this once</strong>. Put them where your store keeps secrets; afterwards only
          kind, mode and 8 characters can be seen.
          {until && ` The old ones work until ${formatMoment(until, zone, Date.now())} ${zoneName(zone, until)}.`}
        </p>
      </div>
      <dl class="keys">
        {secrets.secret_key && <SecretLine name="Secret key" where="for your server" value={secrets.secret_key} />}
        {secrets.signing_secret && (
          <SecretLine name="Signing secret" where="for your server" value={secrets.signing_secret} />
        )}
      </dl>
      <p>
        <label class="row">
          <input class="check" type="checkbox" onChange={onKept} />I have kept them. Hide them for good.
        </label>
      </p>
    </div>
  )
}
