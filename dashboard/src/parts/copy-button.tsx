import { useState } from 'preact/hooks'
import { Icon } from './icon.tsx'

const shownMs = 2000

const copy = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

export const CopyButton = ({ text, what }: { text: string; what: string }) => {
  const [said, setSaid] = useState<string | null>(null)
  const onClick = async () => {
    setSaid((await copy(text)) ? 'Copied' : 'Select and copy by hand')
    setTimeout(() => setSaid(null), shownMs)
  }
  return (
    <button class="button small" type="button" aria-label={`Copy ${what}`} onClick={() => void onClick()}>
      <Icon name={said === 'Copied' ? 'check' : 'copy'} />
      <span role="status">{said ?? 'Copy'}</span>
    </button>
  )
}
