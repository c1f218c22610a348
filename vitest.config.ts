import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/torture/**'],
    // A hostile zone: the office's day must never depend on the machine's.
    env: { TZ: 'Pacific/Kiritimati' },
    testTimeout: 20_000,
    hookTimeout: 60_000
  }
})
