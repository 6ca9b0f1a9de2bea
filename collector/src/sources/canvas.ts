import { isGecko } from '@fingerprintjs/fingerprintjs'

const text = 'Cwm fjordbank glyphs vext quiz, 3.14'
const [width, height] = [180, 50]
/** A colour that no drawing of ours mixes, and where it is put. */
const known = { style: '#1a2b3c', pixel: [0x1a, 0x2b, 0x3c, 0xff], x: width - 3, y: height - 3 }

/**
 * One small drawing: text in two sizes, blended circles. One picture is encoded once, a third of the time FingerprintJS's two
 * take with three. Browsers that add noise to pixels have one answer for all: Firefox, which noises a few pixels differently
 * for each site, is not asked to draw; others give a known colour back changed (docs/browsers.md#canvas).
 */
export function getCanvas(): string | undefined {
  if (isGecko()) return 'noise'
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.font = '15px Arial, sans-serif'
  context.fillStyle = '#069'
  context.fillText(text, 2, 16)
  context.font = 'italic 18px "Times New Roman", serif'
  context.fillStyle = 'rgba(255, 102, 0, 0.6)'
  context.fillText(text, 4, 40)
  context.globalCompositeOperation = 'multiply'
  for (const [index, color] of ['#f2f', '#2ff', '#ff2'].entries()) {
    context.fillStyle = color
    context.beginPath()
    context.arc(120 + index * 12, 24, 16, 0, 7)
    context.fill()
  }
  context.globalCompositeOperation = 'source-over'
  context.fillStyle = known.style
  context.fillRect(known.x, known.y, 3, 3)
  const { data } = context.getImageData(known.x, known.y, 3, 3)
  const isNoisy = data.some((value, index) => value !== known.pixel[index % 4])
  return isNoisy ? 'noise' : canvas.toDataURL()
}
