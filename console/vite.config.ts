import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1500, target: 'es2022' },
  server: {
    port: 5173,
    proxy: { '^/(api|oauth2|login|logout|idp)(/|$)': process.env.CB_PLATFORM ?? 'http://127.0.0.1:18080' },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts', 'lint/**/*.test.ts'] },
});
