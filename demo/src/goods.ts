export interface Good {
  readonly id: string
  readonly name: string
  readonly line: string
  readonly category: string
  /** Euro cents. */
  readonly price: number
}

export const currency = 'EUR'

export const goods: readonly Good[] = [
  {
    id: 'teapot',
    name: 'Teapot “Moor”',
    line: 'Stoneware, 0.9 l, pours without a drop',
    category: 'pots',
    price: 6900,
  },
  { id: 'mug', name: 'Mug “Fog”', line: 'Fits two hands, keeps tea warm', category: 'cups', price: 2400 },
  { id: 'bowl', name: 'Bowl “Tide”', line: 'For soup, salad or keys', category: 'bowls', price: 3200 },
  { id: 'vase', name: 'Vase “Reed”', line: 'Narrow neck for a single branch', category: 'vases', price: 5400 },
  { id: 'plate', name: 'Plate “Shore”', line: '26 cm, glazed by hand', category: 'plates', price: 2800 },
  { id: 'lamp', name: 'Lamp “Ember”', line: 'Porcelain shade, warm light', category: 'lamps', price: 14900 },
]

export const goodOf = (id: string): Good | undefined => goods.find((good) => good.id === id)
