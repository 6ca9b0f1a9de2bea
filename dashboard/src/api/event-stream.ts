import { request } from './client.ts'

export interface StreamEvent {
  readonly name: string
  readonly data: string
}

/** Splits a text of server-sent events into whole events and what is still open. */
export const takeEvents = (text: string): { readonly events: readonly StreamEvent[]; readonly rest: string } => {
  const blocks = text.split('\n\n')
  const rest = blocks.pop() ?? ''
  const events = blocks.flatMap((block) => {
    const lines = block.split('\n')
    const valueOf = (field: string) =>
      lines
        .filter((line) => line.startsWith(`${field}:`))
        .map((line) => line.slice(field.length + 1).trimStart())
        .join('\n')
    const data = valueOf('data')
    return data === '' ? [] : [{ name: valueOf('event') || 'message', data }]
  })
  return { events, rest }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

const readAll = async (response: Response, onEvent: (event: StreamEvent) => void): Promise<void> => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return
  let open = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const { events, rest } = takeEvents(open + value)
    open = rest
    events.forEach(onEvent)
  }
}

const longestPauseMs = 30_000

/**
 * Follows a stream until it is aborted and comes back by itself. Read with fetch, as an EventSource cannot send the
 * header that console calls need.
 */
export const followStream = async (
  path: string,
  {
    onEvent,
    onState,
    signal,
  }: { onEvent: (event: StreamEvent) => void; onState: (open: boolean) => void; signal: AbortSignal },
): Promise<void> => {
  let pauseMs = 1000
  const isOver = () => signal.aborted
  while (!isOver()) {
    try {
      const response = await request(path, { signal })
      onState(true)
      pauseMs = 1000
      await readAll(response, onEvent)
    } catch {
      pauseMs = Math.min(longestPauseMs, pauseMs * 2)
    }
    if (isOver()) return
    onState(false)
    await pause(pauseMs, signal)
  }
}

/** One question whose answer comes in pieces. */
export const postStream = async (
  path: string,
  body: unknown,
  onEvent: (event: StreamEvent) => void,
  signal: AbortSignal,
): Promise<void> => readAll(await request(path, { method: 'POST', body, signal }), onEvent)
