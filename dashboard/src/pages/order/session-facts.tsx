import type { OrderDetail } from '#contract/console.ts'
import { countryName } from '../../format/place.ts'
import { formatDuration, formatMinute, zoneName } from '../../format/time.ts'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'

const stateSentence: Readonly<Record<string, string>> = {
  none: 'The order came without a session. Either the script is not on the checkout page, or it was kept from running.',
  unknown: 'The order named a session that was never opened here.',
  expired: 'The session of this order was more than 24 hours old.',
  no_consent: 'The shopper had not agreed to be recognised. That counts neither for nor against the order.',
}

const ipText = ({ ip_country: country, hosting }: OrderDetail['session']): string =>
  [country ? countryName(country) : 'country not known', hosting === true ? 'hosting network' : '']
    .filter(Boolean)
    .join(', ')

const Found = ({ session, now }: { session: OrderDetail['session']; now: number }) => {
  const { zone } = usePlace()
  const name = [session.os, session.platform].filter(Boolean).join(' ') || 'Device'
  const firstSeen = session.device_first_seen_at === null ? null : Date.parse(session.device_first_seen_at)
  return (
    <dl class="facts">
      <dt>Device</dt>
      <dd>
        <span class="ident">
          <Icon name="device" />
          <span class="hint">{name}</span>
          {session.device_short && <code>{session.device_short}</code>}
        </span>
        {session.device_confidence !== null && (
          <small>{Math.round(session.device_confidence * 100)} % sure it is the same device</small>
        )}
      </dd>
      <dt>Browser</dt>
      <dd>{session.browser ?? 'not known'}</dd>
      <dt>First seen</dt>
      <dd>{firstSeen === null ? 'not known' : `${formatMinute(firstSeen, zone, now)} ${zoneName(zone, firstSeen)}`}</dd>
      <dt>IP</dt>
      <dd>
        {ipText(session)}
        <small>address itself is never stored</small>
      </dd>
      <dt>Time zone</dt>
      <dd>{session.time_zone ?? 'not given'}</dd>
      <dt>Language</dt>
      <dd>{session.languages.join(', ') || 'not given'}</dd>
      <dt>Automation</dt>
      <dd>{session.automation.join(', ') || 'no sign of it'}</dd>
      <dt>On page</dt>
      <dd>{session.age_ms === null ? 'not known' : `${formatDuration(session.age_ms)} before ordering`}</dd>
    </dl>
  )
}

export const SessionFacts = ({ session, now }: { session: OrderDetail['session']; now: number }) => (
  <Panel id="device" title="Device and session">
    <div class="body">
      {session.state === 'found' ? (
        <Found session={session} now={now} />
      ) : (
        <p class="soft">{stateSentence[session.state] ?? session.state}</p>
      )}
    </div>
  </Panel>
)
