import { CopyButton } from './copy-button.tsx'

export const CodeBox = ({ code, what }: { code: string; what: string }) => (
  <div class="codebox">
    <pre tabIndex={0} role="region" aria-label={what}>
      <code>{code}</code>
    </pre>
    <CopyButton text={code} what={what} />
  </div>
)
