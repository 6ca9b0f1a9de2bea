declare global {
  /** False in the built program, where the calls fall away; true in the build for crash tests. */
  const __FAILPOINTS__: boolean
}

let armed: string | undefined

/** The crash test names the step it wants to die at (GOODFAITH_FAILPOINT, read by config.ts in that build alone). */
export const armFailpoint = (name: string | undefined): void => {
  armed = name
}

/** Dies here, as by a power cut. */
export const failpoint = (name: string): Promise<void> => {
  if (armed === name) process.kill(process.pid, 'SIGKILL')
  return Promise.resolve()
}
