import type { ComponentChildren } from 'preact'
import { formatCount, plural } from '../../format/number.ts'
import { Icon } from '../icon.tsx'
import { Meter } from '../meter.tsx'
import { Panel } from '../panel.tsx'
import type { LineProblem, useUpload } from './use-upload.ts'

interface ButtonProps {
  readonly name: string
  readonly busy: boolean
  readonly onFile: (file: File) => void
}

/** A file field that looks like the buttons beside it. */
export const FileButton = ({ name, busy, onFile }: ButtonProps) => (
  <label class="button file-button" aria-busy={busy}>
    <Icon name="up" />
    {name}
    <input
      type="file"
      class="vh"
      accept=".csv,text/csv"
      disabled={busy}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? []
        if (file) onFile(file)
        // The same file may be chosen again after it was put right.
        currentTarget.value = ''
      }}
    />
  </label>
)

const Problems = ({ problems, refused }: { problems: readonly LineProblem[]; refused: number }) => {
  if (refused === 0) return null
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Lines that were not taken, scrolls sideways">
      <table class="table">
        <caption class="vh">Lines that were not taken</caption>
        <thead>
          <tr>
            <th scope="col" class="end">
              Line
            </th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, column, detail }) => (
            <tr key={`${line} ${column}`}>
              <th scope="row" class="end">
                {formatCount(line)}
              </th>
              <td>{column}</td>
              <td class="wraps">{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused > problems.length && (
        <p class="body quiet">
          The first {problems.length} of {formatCount(refused)}.
        </p>
      )}
    </div>
  )
}

const phaseWord = { reading: 'Reading', sending: 'Sending', stopped: 'Stopped in', done: 'Finished' } as const

interface Props {
  readonly upload: ReturnType<typeof useUpload>
  readonly hint?: ComponentChildren
}

/** How far a file has come, and what was wrong with which line. It stays until it is closed. */
export const UploadPanel = ({ upload, hint }: Props) => {
  const { state } = upload
  if (!state) return null
  const { counts, total, phase, wrong, name } = state
  return (
    <Panel
      id="upload"
      title="Import"
      note={name}
      aside={
        phase !== 'reading' && phase !== 'sending' ? (
          <button class="button plain small" type="button" onClick={upload.clear}>
            Close
          </button>
        ) : undefined
      }
    >
      <div class="body stack">
        <Meter
          id="upload-progress"
          name={`${phaseWord[phase]} ${name}`}
          done={total === 0 ? 0 : counts.done / total}
          says={`${formatCount(counts.done)} of ${plural(total, 'line')}`}
        />
        <p role="status">
          {counts.says}
          {counts.refused > 0 && `; ${plural(counts.refused, 'line was', 'lines were')} not taken`}
          {phase === 'done' && '.'}
        </p>
        {wrong && (
          <p class="wrong" role="alert">
            <Icon name="alert" />
            <span>
              {wrong} What was taken so far stays.{' '}
              {upload.canGoOn && (
                <button class="linkish" type="button" onClick={upload.goOn}>
                  Go on from there
                </button>
              )}
            </span>
          </p>
        )}
        {hint}
      </div>
      <Problems problems={counts.problems} refused={counts.refused} />
    </Panel>
  )
}
