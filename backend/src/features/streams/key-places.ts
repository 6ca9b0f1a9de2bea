/** Where keys are, at 12 bytes a slot: of the keys themselves only 64 bits are kept. */
export interface KeyPlaces {
  readonly get: (key: string) => number | undefined
  readonly set: (key: string, place: number) => void
}

const mostFilled = 0.7

const mixed = (value: number): number => {
  const once = Math.imul(value ^ (value >>> 16), 0x7feb352d)
  return Math.imul(once ^ (once >>> 15), 0x846ca68b)
}

/** Two keys of a million share all 64 bits once in thirty million files; the line that is read says whose it is. */
export const createKeyPlaces = (slots = 1 << 12): KeyPlaces => {
  let places = new Uint32Array(slots)
  let [ones, others] = [new Uint32Array(slots), new Uint32Array(slots)]
  let keys = 0
  let one = 0
  let other = 0

  const take = (key: string): void => {
    let [a, b] = [0x2f0b4a27, 0x61c88647]
    for (let at = 0; at < key.length; at += 1) {
      const code = key.charCodeAt(at)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b + code, 0x5bd1e995) ^ (b >>> 13)
    }
    one = mixed(a ^ (b >>> 7)) >>> 0
    other = (mixed(b ^ Math.imul(a, 0x9e3779b1)) | 1) >>> 0
  }

  /** Of the key that was taken, or the empty one where it would stand. `other` is never 0. */
  const slot = (): number => {
    let at = one & (places.length - 1)
    while (others[at] !== 0 && !(others[at] === other && ones[at] === one)) at = (at + 1) & (places.length - 1)
    return at
  }

  const put = (place: number): void => {
    const at = slot()
    if (others[at] === 0) keys += 1
    ones[at] = one
    others[at] = other
    places[at] = place
  }

  const grow = (): void => {
    const before = { places, ones, others }
    const length = 2 * places.length
    places = new Uint32Array(length)
    ;[ones, others] = [new Uint32Array(length), new Uint32Array(length)]
    keys = 0
    for (let at = 0; at < before.places.length; at += 1) {
      if (before.others[at] === 0) continue
      one = before.ones[at] ?? 0
      other = before.others[at] ?? 0
      put(before.places[at] ?? 0)
    }
  }

  return {
    get: (key) => {
      take(key)
      const at = slot()
      return others[at] === 0 ? undefined : places[at]
    },
    set: (key, place) => {
      if (keys >= mostFilled * places.length) grow()
      take(key)
      put(place)
    },
  }
}
