import { atMost } from './at-most.ts'

const openDoor = () => {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

test('no more run at once than were allowed, and the others follow in their order', async () => {
  const run = atMost(2)
  const doors = [openDoor(), openDoor(), openDoor(), openDoor()]
  const begun: number[] = []
  const all = doors.map(({ opened }, place) =>
    run(async () => {
      begun.push(place)
      await opened
      return place
    }),
  )
  await Promise.resolve()
  expect(begun).toEqual([0, 1])

  doors[1]?.open()
  await all[1]
  await new Promise((resolve) => setImmediate(resolve))
  expect(begun).toEqual([0, 1, 2])

  doors.forEach(({ open }) => {
    open()
  })
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3])
})

test('work that fails gives its place to the next', async () => {
  const run = atMost(1)
  const failing = run(() => Promise.reject(new Error('no')))
  const next = run(() => Promise.resolve('next'))
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('next')
})
