import { useEffect, useState } from 'preact/hooks'
import type { Install } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { Bone } from '../../parts/bone.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Page } from '../../shell/page.tsx'
import { usePlace } from '../../shell/place.ts'
import { useNow } from '../../shell/use-now.ts'
import { CallStep } from './call-step.tsx'
import { KeysStep } from './keys-step.tsx'
import { ProofStep } from './proof-step.tsx'
import { ScriptStep } from './script-step.tsx'

/** 20 calls a minute of the 100 a person has. */
const lookAgainMs = 3000

const Waiting = () => (
  <section class="panel" aria-label="Install, loading" aria-busy="true">
    <div class="body stack">
      {['14rem', '80%', '70%', '12rem', '85%'].map((width) => (
        <p key={width}>
          <Bone width={width} />
        </p>
      ))}
    </div>
  </section>
)

const Steps = ({ install, reload, openedAt }: { install: Install; reload: () => void; openedAt: number }) => {
  const now = useNow(1000)
  const isUsed = install.keys.some(({ kind, last_used_at: used }) => kind === 'secret' && used !== null)
  const has = (kind: string) => install.arrivals.some((arrival) => arrival.kind === kind)
  const done = (isDone: boolean) => (isDone ? { class: 'done' } : {})
  return (
    <ol class="steps">
      <li {...done(isUsed || has('assessment'))}>
        <KeysStep install={install} now={now} onChanged={reload} />
      </li>
      <li {...done(has('session'))}>
        <ScriptStep install={install} onChanged={reload} />
      </li>
      <li {...done(has('assessment'))}>
        <CallStep origin={install.public_url} />
      </li>
      <li {...done(has('session') && has('assessment'))}>
        <ProofStep install={install} now={now} openedAt={openedAt} />
      </li>
    </ol>
  )
}

export const InstallPage = () => {
  const { api, mode } = usePlace()
  const { data, problem, slow, reload } = useLoad(api('install'), (signal) => get<Install>(api('install'), signal))
  const [openedAt] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) reload()
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <Page title="Install">
      <div class="page-head">
        <h1>Install</h1>
        <span class="quiet">about 10 minutes, one script tag and one call; {mode} data</span>
        <div class="tools">
          <a class="button plain" href="/docs">
            API guide
          </a>
        </div>
      </div>
      {problem && <Trouble what="The keys" problem={problem} retry={reload} />}
      {!data && slow && <Waiting />}
      {data && <Steps install={data} reload={reload} openedAt={openedAt} />}
    </Page>
  )
}
