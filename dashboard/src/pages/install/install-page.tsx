import { useEffect, useState } from 'preact/hooks'
import type { Install } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Bone } from '../../parts/bone.tsx'
import { CodeBox } from '../../parts/code-box.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { ArrivalsStep } from './arrivals-step.tsx'
import { KeysStep } from './keys-step.tsx'
import { OriginsField } from './origins-field.tsx'
import { formTag, pinnedScriptTag, scriptTag, serverSnippets } from './snippets.ts'

const lookEveryMs = 2000

const PageStep = ({ install, onChange }: { install: Install; onChange: () => void }) => (
  <section class="panel" aria-labelledby="step-page">
    <header>
      <h2 id="step-page">Put this on your checkout page</h2>
      <p>anywhere; it never blocks and never reads what is typed</p>
    </header>
    <div class="body stack">
      <CodeBox code={scriptTag(install.public_url, install.publishable_key)} what="script tag" />
      <p class="soft">
        Then mark the checkout form with <code>data-goodfaith</code>. The script puts a session id in it, your server
        sends that along with the order.
      </p>
      <CodeBox code={formTag} what="form tag" />
      <details>
        <summary>Pin this version, with its checksum</summary>
        <CodeBox
          code={pinnedScriptTag(
            install.public_url,
            install.script.hashed_path,
            install.script.integrity,
            install.publishable_key,
          )}
          what="script tag with checksum"
        />
      </details>
      <OriginsField origins={install.allowed_origins} onSaved={onChange} />
    </div>
  </section>
)

const ServerStep = ({ address }: { address: string }) => {
  const snippets = serverSnippets(address)
  const [chosen, setChosen] = useState(0)
  const snippet = snippets[chosen]
  return (
    <section class="panel" aria-labelledby="step-server">
      <header>
        <h2 id="step-server">Ask when an order comes in</h2>
        <p>from your server, signed; the secrets never reach the page</p>
      </header>
      <div class="body stack">
        <fieldset class="switch">
          <legend class="vh">Language</legend>
          {snippets.map(({ name }, index) => (
            <label key={name}>
              <input type="radio" name="language" checked={index === chosen} onChange={() => setChosen(index)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        {snippet && <CodeBox code={snippet.code} what={`call in ${snippet.name}`} />}
        <p class="soft">
          Only id, amount and currency are required. Each further field makes the score better:{' '}
          <a href="/docs">all fields and answers</a>.
        </p>
      </div>
    </section>
  )
}

const Waiting = () => (
  <section class="panel" aria-busy="true" aria-label="Install, loading">
    <div class="body stack">
      {['60%', '85%', '40%'].map((width) => (
        <p key={width}>
          <Bone width={width} />
        </p>
      ))}
    </div>
  </section>
)

export const InstallPage = () => {
  const { api } = usePlace()
  const now = useNow(10_000)
  const { data, problem, slow, reload } = useLoad(api('install'), (signal) => get<Install>(api('install'), signal))
  const proven = data?.arrivals.some(({ kind }) => kind === 'assessment') ?? false
  useEffect(() => {
    if (proven) return
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), lookEveryMs)
    return () => clearInterval(timer)
  }, [proven])
  const hasSession = data?.arrivals.some(({ kind }) => kind === 'session') ?? false
  const done = (is: boolean) => (is ? { class: 'done' } : {})
  return (
    <Page title="Install">
      <div class="page-head">
        <h1>Install</h1>
        <span class="quiet">about 10 minutes, one script tag and one call</span>
        <div class="tools">
          <a class="button plain" href="/docs">
            API guide
          </a>
        </div>
      </div>
      {problem && !data && <Trouble what="The install page" problem={problem} retry={reload} />}
      {!data && slow && <Waiting />}
      {data && (
        <ol class="steps">
          <li {...done(data.keys.some(({ last_used_at: used }) => used !== null))}>
            <KeysStep install={data} onChange={reload} />
          </li>
          <li {...done(hasSession)}>
            <PageStep install={data} onChange={reload} />
          </li>
          <li {...done(proven)}>
            <ServerStep address={data.public_url} />
          </li>
          <li {...done(hasSession && proven)}>
            <ArrivalsStep arrivals={data.arrivals} publicUrl={data.public_url} now={now} />
          </li>
        </ol>
      )}
    </Page>
  )
}
