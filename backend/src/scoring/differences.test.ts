import { differencesBetween } from './differences.ts'

test.each([
  ['nothing', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
  ['a value', { a: 1 }, { a: 2 }, [{ pointer: '/a', stored: 1, replayed: 2 }]],
  ['a missing one', { a: 1 }, {}, [{ pointer: '/a', stored: 1, replayed: undefined }]],
  ['an item more', { a: [1] }, { a: [1, 2] }, [{ pointer: '/a/1', stored: undefined, replayed: 2 }]],
  ['a list that was an object', { a: [] }, { a: {} }, [{ pointer: '/a', stored: [], replayed: {} }]],
  ['the whole', null, { a: 1 }, [{ pointer: '', stored: null, replayed: { a: 1 } }]],
  ['keys that need escaping', { 'a/b~c': 1 }, { 'a/b~c': 2 }, [{ pointer: '/a~1b~0c', stored: 1, replayed: 2 }]],
])('%s', (_what, stored, replayed, differences) => {
  expect(differencesBetween(stored, replayed)).toEqual(differences)
})
