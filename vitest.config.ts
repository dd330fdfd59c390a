import { defineConfig } from 'vitest/config';

// Tests start processes and compile whole languages, on machines that may be busy.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/properties.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
