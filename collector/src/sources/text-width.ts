/** Wide and narrow letters, and the ligatures that fonts draw differently. */
const sample = 'mmMwWLliI0fiflO&1'

/** Measured on a canvas that is never shown: the page's CSS cannot meddle and the page is not laid out again. */
export const widthOf = (): ((family: string) => number | undefined) => {
  const context = document.createElement('canvas').getContext('2d')
  return (family) => {
    if (!context) return undefined
    context.font = `48px ${family}`
    return context.measureText(sample).width
  }
}
