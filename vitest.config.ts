import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    sequence: { shuffle: { files: true } },
    expect: { requireAssertions: true },
    setupFiles: ['tests/support/fail-on-console.ts', 'tests/support/clean-up-after-file.ts'],
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx,mjs}'],
          exclude: ['tests/journeys/**', '**/node_modules/**'],
          globalSetup: ['tests/support/global-setup.ts'],
          // The application is read once in a worker and not once for each of two hundred files. Every file that writes has a
          // database of its own, and nothing that a module keeps is told apart by anything but ids.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/journeys/support/server.ts'],
          testTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
