import { canonicalJson } from './canonical-json.ts'

test.each([
  // RFC 8785, section 3.2.2
  [
    {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    },
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  ],
  // RFC 8785, section 3.2.3: keys by UTF-16 code units, so the astral one comes before U+FB33
  [
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  ],
  // RFC 8785, appendix B
  [-0, '0'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [9007199254740992, '9007199254740992'],
  [295147905179352830000, '295147905179352830000'],
  [1e23, '1e+23'],
  [999999999999999900000, '999999999999999900000'],
  [1e21, '1e+21'],
  [0.000001, '0.000001'],
  [1e-7, '1e-7'],
  [[], '[]'],
  [{}, '{}'],
  [{ b: undefined, a: [{ d: 1, c: 2 }] }, '{"a":[{"c":2,"d":1}]}'],
])('writes %j', (value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

test.each([[NaN], [Infinity], ['\ud800'], [{ '\udead': 1 }], [1n], [undefined]])('refuses %p', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError)
})
