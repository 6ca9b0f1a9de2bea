/** What a check found. `fix` says what to do, where there is something to do. */
export interface Finding {
  readonly name: string
  readonly state: 'ok' | 'warn' | 'fail'
  readonly detail: string
  readonly fix: string | null
}

export const ok = (name: string, detail: string): Finding => ({ name, state: 'ok', detail, fix: null })
export const warn = (name: string, detail: string, fix: string): Finding => ({ name, state: 'warn', detail, fix })
export const fail = (name: string, detail: string, fix: string): Finding => ({ name, state: 'fail', detail, fix })
