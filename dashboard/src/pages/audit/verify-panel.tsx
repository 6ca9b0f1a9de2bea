import { useState } from 'preact/hooks'
import type { AuditVerification } from '#contract/audit.ts'
import type { TrailProgress } from '#contract/console.ts'
import { request } from '../../api/client.ts'
import { takeEvents } from '../../api/event-stream.ts'
import { formatCount } from '../../format/number.ts'
import { Panel } from '../../parts/panel.tsx'
import { useAct } from '../../parts/use-act.ts'
import type { z } from 'zod'

type Verified = z.infer<typeof AuditVerification>

const sentence = ({ ok, links, anchors, first_bad: bad }: Verified): string =>
  ok
    ? `Whole: ${formatCount(links)} entries, held against ${formatCount(anchors)} signed heads.`
    : `Broken at entry ${bad?.seq ?? 0}${bad?.entry_id ? ` (${bad.entry_id})` : ''}: ${bad?.problem.replaceAll('_', ' ') ?? ''}.`

const readEvents = async (onEvent: (name: string, data: string) => void): Promise<void> => {
  const { body } = await request('/audit/verify/stream')
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let open = ''
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    const { events, rest } = takeEvents(open + piece.value)
    open = rest
    for (const { name, data } of events) onEvent(name, data)
  }
}

export const VerifyPanel = () => {
  const { act, busy, wrong } = useAct()
  const [told, setTold] = useState('')
  const verify = () =>
    void act(async () => {
      setTold('Reading from the first entry…')
      await readEvents((name, data) => {
        if (name === 'progress') setTold(`${formatCount((JSON.parse(data) as TrailProgress).links)} entries read…`)
        else if (name === 'result') setTold(sentence(JSON.parse(data) as Verified))
        else setTold('The audit log could not be read. Try again.')
      })
    })
  return (
    <Panel
      id="verify"
      title="Was it changed?"
      note="each entry covers all before it; heads are signed outside the database"
    >
      <div class="body row">
        <button class="button" type="button" aria-busy={busy} onClick={verify}>
          Verify
        </button>
        <span role="status">{told}</span>
        {wrong && <span role="alert">{wrong}</span>}
      </div>
    </Panel>
  )
}
