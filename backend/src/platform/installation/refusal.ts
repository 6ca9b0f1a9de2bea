/** This machine or folder cannot be used as it is. The message is one sentence that says what to change. */
export class InstallationRefused extends Error {
  override readonly name = 'InstallationRefused'
}
