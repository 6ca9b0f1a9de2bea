import { useLayoutEffect, useRef } from 'preact/hooks'
import { readSetting } from './settings-store.ts'

/** By the key as typed: 'j', '/', '?', or two letters such as 'g o'. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>

/** WCAG 2.1.4: single-letter keys can be switched off (Settings). */
export const areKeysOn = (): boolean => readSetting('keys') !== 'off'

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:input|select|textarea)$/i.test(target.tagName))

/** Enter on a link or a button is theirs, not the list's. */
const hasOwnEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a, button, summary') !== null

const sequenceMs = 1200

export const useKeys = (map: KeyMap): void => {
  // Always the map of what is drawn: a key pressed right after a list came must know the list.
  const current = useRef(map)
  current.current = map
  useLayoutEffect(() => {
    let first: { key: string; at: number } | undefined
    const onKey = (event: KeyboardEvent) => {
      // An open dialog has the keys to itself.
      if (document.querySelector('dialog[open]')) return
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      if (event.key !== 'Escape' && (isField(event.target) || !areKeysOn())) return
      if (event.key === 'Enter' && hasOwnEnter(event.target)) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const began = first && event.timeStamp - first.at < sequenceMs ? `${first.key} ${key}` : key
      first = { key, at: event.timeStamp }
      const act = current.current[began] ?? current.current[key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
