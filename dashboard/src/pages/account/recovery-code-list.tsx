import { CopyButton } from '../../parts/copy-button.tsx'

export const RecoveryCodeList = ({
  codes,
  onKept,
}: {
  readonly codes: readonly string[]
  readonly onKept: () => void
}) => (
  <div class="stack">
    <p>
      Keep these ten recovery codes apart from your phone and your keys. Each opens your account once when your phone or
      key is gone. They are not shown again.
    </p>
    <ul aria-label="Recovery codes" class="stack">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <p class="row">
      <CopyButton text={codes.join('\n')} what="recovery codes" />
      <button class="button primary" type="button" onClick={onKept}>
        I have kept them
      </button>
    </p>
  </div>
)
