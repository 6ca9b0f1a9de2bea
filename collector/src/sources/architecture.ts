import { sources } from '@fingerprintjs/fingerprintjs'

/** x86 sets the sign bit of a computed NaN, ARM does not: tells the processor family without asking. */
export const getArchitecture = () => sources.architecture()
