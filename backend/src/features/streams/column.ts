/** Numbers one after the other, 8 bytes each. Grows by doubling: nobody knows beforehand how many there will be. */
export interface Column {
  readonly push: (value: number) => void
  readonly set: (index: number, value: number) => void
  readonly at: (index: number) => number
  readonly done: () => Float64Array
}

export const createColumn = (): Column => {
  let values = new Float64Array(1 << 12)
  let length = 0
  return {
    push: (value) => {
      if (length === values.length) {
        const larger = new Float64Array(2 * length)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    set: (index, value) => {
      values[index] = value
    },
    at: (index) => values[index] ?? NaN,
    done: () => values.subarray(0, length),
  }
}

/** Texts that come again and again, by their number. */
export const createNames = () => {
  const numbers = new Map<string, number>()
  const names: string[] = []
  return {
    numberOf: (name: string): number => {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, names.length)
      return names.push(name) - 1
    },
    name: (number: number): string => names[number] ?? '',
  }
}

/** Texts of which each is its own: their bytes alone. */
export const createTexts = () => {
  const ends = createColumn()
  let bytes = Buffer.alloc(1 << 14)
  let filled = 0
  return {
    push: (text: string): void => {
      const length = Buffer.byteLength(text)
      if (filled + length > bytes.length) {
        const larger = Buffer.alloc(2 * (filled + length))
        bytes.copy(larger, 0, 0, filled)
        bytes = larger
      }
      filled += bytes.write(text, filled)
      ends.push(filled)
    },
    at: (index: number): string => bytes.toString('utf8', index === 0 ? 0 : ends.at(index - 1), ends.at(index)),
  }
}
