/** By the shorter side in CSS pixels, which turning the device does not change. The exact size leaves only as a hash. */
export function getScreenClass(): string {
  const side = Math.min(screen.width, screen.height)
  if (!(side > 0)) return 'none'
  return side < 600 ? 'small' : side < 1000 ? 'medium' : 'large'
}
