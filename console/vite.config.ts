import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    target: 'es2022',
    rollupOptions: {
      input: { index: 'index.html', fonts: 'src/styles/fonts.css' },
      // the sign-in page, which the platform writes, finds the bundled font by this name
      output: { assetFileNames: (asset) => (asset.names.includes('fonts.css') ? 'fonts.css' : 'assets/[name]-[hash][extname]') },
    },
  },
  server: {
    port: 5173,
    proxy: { '^/(api|oauth2|login|logout|idp)(/|$)': process.env.CB_PLATFORM ?? 'http://127.0.0.1:18080' },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts', 'lint/**/*.test.ts'] },
});
