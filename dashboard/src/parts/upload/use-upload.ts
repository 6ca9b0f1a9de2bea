import { useEffect, useRef, useState } from 'preact/hooks'
import { readCsv, type CsvPart } from './csv-parts.ts'

export interface LineProblem {
  readonly line: number
  readonly column: string
  readonly detail: string
}

/** What became of the lines so far. */
export interface UploadCounts {
  readonly done: number
  /** In words: "9,812 added, 3 stood there before". */
  readonly says: string
  readonly refused: number
  readonly problems: readonly LineProblem[]
}

export interface UploadState {
  readonly name: string
  readonly total: number
  readonly counts: UploadCounts
  readonly phase: 'reading' | 'sending' | 'stopped' | 'done'
  /** Why it stopped. */
  readonly wrong: string | null
}

/** Sends a file in parts. It may be asked again for the same part: what was taken already changes nothing. */
export interface UploadPlan {
  readonly start: (name: string, rows: number) => Promise<(part: CsvPart) => Promise<UploadCounts>>
}

const bounds = { mostBytes: 56_000, mostRows: 500 }
const none: UploadCounts = { done: 0, says: '', refused: 0, problems: [] }

const messageOf = (problem: unknown): string =>
  problem instanceof Error ? problem.message : 'It did not work. Try again.'

export const useUpload = ({ start }: UploadPlan, onDone: () => void) => {
  const [state, setState] = useState<UploadState | null>(null)
  const next = useRef<(() => Promise<void>) | null>(null)
  const isOver = useRef(false)
  useEffect(
    () => () => {
      isOver.current = true
    },
    [],
  )
  const change = (more: Partial<UploadState>) => setState((old) => old && { ...old, ...more })

  const sendFrom = async (
    parts: readonly CsvPart[],
    index: number,
    send: (part: CsvPart) => Promise<UploadCounts>,
  ): Promise<void> => {
    change({ phase: 'sending', wrong: null })
    for (let at = index; at < parts.length; at += 1) {
      const part = parts[at]
      if (!part || isOver.current) return
      try {
        change({ counts: await send(part) })
      } catch (problem) {
        next.current = () => sendFrom(parts, at, send)
        change({ phase: 'stopped', wrong: messageOf(problem) })
        return
      }
    }
    next.current = null
    change({ phase: 'done' })
    onDone()
  }
  const upload = async (file: File): Promise<void> => {
    setState({ name: file.name, total: 0, counts: none, phase: 'reading', wrong: null })
    const { parts, rows } = readCsv(await file.text(), bounds)
    change({ total: rows })
    if (rows === 0) {
      change({ phase: 'stopped', wrong: 'The file has no lines below its header.' })
      return
    }
    try {
      await sendFrom(parts, 0, await start(file.name, rows))
    } catch (problem) {
      next.current = () => upload(file)
      change({ phase: 'stopped', wrong: messageOf(problem) })
    }
  }
  return {
    state,
    upload: (file: File) => void upload(file),
    /** From the part that was not taken. */
    goOn: () => void next.current?.(),
    canGoOn: state?.phase === 'stopped' && next.current !== null,
    clear: () => setState(null),
  }
}
