import type { RuleDifference, RuleVersion, RuleVersions } from '#contract/rules.ts'
import { get } from '../../api/client.ts'
import { useLoad } from '../../api/use-load.ts'
import { formatMoment } from '../../format/time.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { usePlace } from '../../shell/place.ts'

const fieldWord: Record<RuleDifference['field'], string> = {
  name: 'Name',
  expression: 'When',
  action: 'Then',
  state: 'How it runs',
  order: 'Place',
  removed: 'Removed',
}

const Pieces = ({ difference: { pieces, before, after } }: { difference: RuleDifference }) => {
  if (pieces.length === 0)
    return (
      <>
        {before !== null && <del>{before}</del>} {after !== null && <ins>{after}</ins>}
      </>
    )
  return pieces.map(({ kind, text }, index) =>
    kind === 'added' ? (
      <ins key={index}>{text}</ins>
    ) : kind === 'removed' ? (
      <del key={index}>{text}</del>
    ) : (
      <span key={index}>{text}</span>
    ),
  )
}

const Version = ({ version, now, onTake }: { version: RuleVersion; now: number; onTake: () => void }) => {
  const { zone } = usePlace()
  return (
    <li>
      <h3 class="row spread">
        <span>
          Version {version.version}{' '}
          <small class="quiet">
            {version.author.name ?? version.author.type}, {formatMoment(Date.parse(version.at), zone, now)}
          </small>
        </span>
        <button class="button small" type="button" onClick={onTake}>
          Take this text
        </button>
      </h3>
      <dl class="diff">
        {version.differences.map((difference) => (
          <div key={difference.field}>
            <dt>{fieldWord[difference.field]}</dt>
            <dd>
              <Pieces difference={difference} />
            </dd>
          </div>
        ))}
        {version.differences.length === 0 && <p class="quiet">Saved without a change.</p>}
      </dl>
    </li>
  )
}

interface Props {
  readonly ruleId: string
  readonly now: number
  readonly onTake: (version: RuleVersion) => void
  readonly onClose: () => void
}

/** Every version, who made it, and what it changed. */
export const VersionsDialog = ({ ruleId, now, onTake, onClose }: Props) => {
  const { api } = usePlace()
  const path = api(`rules/${ruleId}/versions`)
  const { data, problem, reload } = useLoad(path, (signal) => get<RuleVersions>(path, signal))
  return (
    <Dialog id="versions" title="What changed, and when" onClose={onClose}>
      {(close) => (
        <>
          {problem && <Trouble what="The versions" problem={problem} retry={reload} />}
          <ol class="versions" tabIndex={0} aria-label="Versions, newest first">
            {data?.data.map((version) => (
              <Version
                key={version.version}
                version={version}
                now={now}
                onTake={() => {
                  onTake(version)
                  close()
                }}
              />
            ))}
          </ol>
          <div class="acts">
            <button class="button" type="button" onClick={close}>
              Close
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
