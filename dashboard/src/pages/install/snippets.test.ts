import { callSnippets, scriptTag } from './snippets.ts'

test('the tag is plain, or pinned to what it may run', () => {
  expect(scriptTag('https://t.example', '/gf.js', 'gfp_test_x')).toBe(
    '<script async\n  src="https://t.example/gf.js"\n  data-key="gfp_test_x">\n</script>',
  )
  expect(scriptTag('https://t.example', '/gf.1.js', 'gfp_test_x', 'sha384-a')).toContain(
    'integrity="sha384-a"\n  crossorigin="anonymous"',
  )
})

test.each(callSnippets('https://t.example').map(({ name, code }) => [name, code]))(
  'the call in %s takes its secrets from the environment',
  (_, code) => {
    expect(code).toContain('https://t.example/v1/assessments')
    expect(code).toContain('GOODFAITH_SECRET_KEY')
    expect(code).toContain('GOODFAITH_SIGNING_SECRET')
    expect(code).not.toMatch(/gf[sk]_/)
  },
)
