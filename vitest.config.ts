import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export of its config file
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One for each core of the smallest machine it must run on: vitest alone would leave one of two idle.
    maxWorkers: 2,
  },
});
