import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

/** Imports point one way: foundations (api, live, shared) → features → app. */
const mayNotImport = (...layers) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: layers.map((layer) => ({
        regex: `^(@|(\\.\\./)+)/?${layer}(/|$)`,
        message: 'Imports point one way: foundations → features → app.',
      })),
    },
  ],
})

const features = readdirSync(`${import.meta.dirname}/src/features`)

const neighboursOf = (feature) =>
  features.filter((other) => other !== feature).flatMap((other) => [other, `features/${other}`])

export default defineConfig(
  globalIgnores(['dist', 'src/api/schema.d.ts']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    files: ['src/{api,live,shared}/**'],
    rules: mayNotImport('features', 'app'),
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: mayNotImport('app', ...neighboursOf(feature)),
  })),
  {
    files: ['public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
)
