import { takeEvents } from './event-stream.ts'

test('whole events are taken, the open rest is kept', () => {
  const first = takeEvents('event: order\ndata: {"id":1}\n\n: still here\n\nevent: order\ndata: {"i')
  expect(first.events).toEqual([{ name: 'order', data: '{"id":1}' }])
  expect(takeEvents(`${first.rest}d":2}\n\n`)).toEqual({ events: [{ name: 'order', data: '{"id":2}' }], rest: '' })
})

test('data over several lines is joined, an unnamed event is a message', () => {
  expect(takeEvents('data: a\ndata: b\n\n').events).toEqual([{ name: 'message', data: 'a\nb' }])
})
