import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/lib/**',
      '**/target/**',
      '.venv*/**',
      '.cache/**',
      'course/**',
      'build/**',
      'extension/kernel/**',
      'extension/protocol/src/generated/validate_*.ts',
      'ui-tests/test-results/**'
    ]
  },
  js.configs.recommended,
  {
    files: ['extension/*/src/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error'
    }
  },
  {
    files: ['extension/*/test/**/*.ts', 'ui-tests/**/*.ts'],
    extends: [...tseslint.configs.recommended]
  },
  {
    // The screen prints only what it was told is safe to print.
    files: ['extension/bridge/src/**/*.ts'],
    ignores: ['extension/bridge/src/commands/terminal/screen.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        ...[
          'MemberExpression[object.object.name="process"][object.property.name=/^std(out|err)$/][property.name=/^(write|end)$/]',
          'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name=/^std(out|err)$/]',
          'VariableDeclarator > MemberExpression[object.name="process"][property.name=/^std(out|err)$/]'
        ].map(selector => ({
          selector,
          message:
            'Print through Screen (commands/terminal/screen.ts): it takes only text that a terminal may get.'
        }))
      ]
    }
  },
  {
    // What runs in a browser must never reach for a process or the file system.
    files: ['extension/lab/src/**/*.{ts,tsx}', 'extension/protocol/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['execa'],
          patterns: ['node:*', '@jupyterlab-maturin/bridge', '@jupyterlab-maturin/bridge/*']
        }
      ]
    }
  },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly'
      }
    }
  }
);
