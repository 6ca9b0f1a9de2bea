import security from 'eslint-plugin-security'
import tseslint from 'typescript-eslint'

const dataTables = ['**/*.data.ts', 'dashboard/src/icons.tsx']

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'data/', 'node_modules/', 'docs/', 'coverage/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, security.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/require-await': 'off', // a port may be asynchronous where one of its engines is not
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector: 'AssignmentExpression[operator="+="][right.type="AwaitExpression"]',
          message: 'total += await f() loses updates: await first.',
        },
      ],
      // Object keys are typed and node reads files by paths it made itself: these two only cry wolf under strict types.
      'security/detect-object-injection': 'off',
      'security/detect-non-literal-fs-filename': 'off',
    },
  },
  {
    files: ['backend/src/**/*.ts'],
    ignores: ['backend/src/config.ts', '**/*.test.ts', 'backend/src/testing/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'config.ts is the only reader of the environment.' },
      ],
    },
  },
  {
    files: ['backend/src/scoring/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Scoring is pure: time comes with the context.' },
        { object: 'Math', property: 'random', message: 'Scoring is pure: no chance.' },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**/*.ts', '**/*-suite.ts', 'e2e/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'off', // expect.any() and JSON answers
      'security/detect-non-literal-regexp': 'off', // patterns are made from what the test planted
    },
  },
  { files: dataTables, rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.{mjs,js}'],
    extends: [tseslint.configs.base, security.configs.recommended],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'security/detect-object-injection': 'off',
      'security/detect-non-literal-fs-filename': 'off',
      'security/detect-child-process': 'off',
    },
  },
)
