declare global {
  /** False in the built program, where the calls fall away; true in the build for crash tests. */
  const __FAILPOINTS__: boolean
}

/** Dies here, as by a power cut, when the crash test asked for it by name. */
export const failpoint = (name: string): Promise<void> => {
  if (process.env['GOODFAITH_FAILPOINT'] === name) process.kill(process.pid, 'SIGKILL')
  return Promise.resolve()
}
