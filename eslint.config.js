import tseslint from 'typescript-eslint'
import { configs as lit } from 'eslint-plugin-lit'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'var/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      semi: ['error', 'never'],
      quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
      eqeqeq: 'error'
    }
  },
  { files: ['display/**/*.ts', 'counter/**/*.ts', 'common/ui/**/*.ts'], ...lit['flat/recommended'] }
)
