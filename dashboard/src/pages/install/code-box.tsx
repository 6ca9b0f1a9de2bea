import { CopyButton } from '../../parts/copy-button.tsx'

/** Code to copy; it scrolls rather than wraps where a line break would change it. */
export const CodeBox = ({ code, what }: { code: string; what: string }) => (
  <div class="codebox">
    <pre tabIndex={0} role="region" aria-label={what}>
      <code>{code}</code>
    </pre>
    <CopyButton text={code} what={what} />
  </div>
)
