import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/torture/**'],
    // A hostile zone: the office's day must never depend on the machine's.
    env: { TZ: 'Pacific/Kiritimati' },
    // Most of a test's time is waiting for servers and browsers: even two cores carry two files at once.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000
  }
})
