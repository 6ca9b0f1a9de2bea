import { useState } from 'preact/hooks'
import type { Install } from '#contract/console.ts'
import { Panel } from '../../parts/panel.tsx'
import { OriginsForm } from '../settings/origins-form.tsx'
import { CodeBox } from './code-box.tsx'
import { scriptTag } from './snippets.ts'

export const ScriptStep = ({ install, onChanged }: { install: Install; onChanged: () => void }) => {
  const { public_url: origin, publishable_key: key, script } = install
  const [pinned, setPinned] = useState(false)
  const tag = pinned
    ? scriptTag(origin, script.hashed_path, key, script.integrity)
    : scriptTag(origin, script.path, key)
  return (
    <Panel
      id="script"
      title="Put this on your checkout page"
      note="anywhere; it never blocks and never reads what is typed"
    >
      <div class="body stack">
        <CodeBox code={tag} what="Script tag" />
        <div class="field">
          <label class="row">
            <input
              class="check"
              type="checkbox"
              checked={pinned}
              onChange={({ currentTarget }) => setPinned(currentTarget.checked)}
            />
            Pin this version with an integrity hash
          </label>
          <p class="help">
            The browser then runs exactly this file and no other. You change the tag yourself when you update Goodfaith.
          </p>
        </div>
        <p class="soft">
          Then add <code>data-goodfaith</code> to the checkout form. The script puts a session id in it; your server
          sends that along with the order.
        </p>
      </div>
      <OriginsForm origins={install.allowed_origins} onSaved={onChanged} />
    </Panel>
  )
}
