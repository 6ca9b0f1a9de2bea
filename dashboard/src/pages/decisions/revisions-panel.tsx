import type { PolicyRevisions } from '#contract/console.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatMinute } from '../../format/time.ts'
import { Panel } from '../../parts/panel.tsx'
import { usePlace } from '../../shell/place.ts'

/** Every change of how the store decides, and who made it. */
export const RevisionsPanel = ({ revision, now }: { revision: string; now: number }) => {
  const { api, zone } = usePlace()
  const { data } = useLoad(`${api('policy/revisions')} ${revision}`, (signal) =>
    get<PolicyRevisions>(api('policy/revisions'), signal),
  )
  return (
    <Panel id="revisions" title="What changed" note="older verdicts keep the policy they were made with">
      <ol class="partners">
        {data?.data.slice(0, 20).map(({ revision: id, at, author, changes }) => (
          <li key={id}>
            <span>{changes.join('; ') || 'The first policy'}</span>
            <small class="quiet">
              {author?.name ?? author?.type ?? 'Goodfaith'}, {formatMinute(Date.parse(at), zone, now)}
            </small>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
