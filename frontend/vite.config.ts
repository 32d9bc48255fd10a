import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The development server hands the API's paths on: to a gateway, or to a payment node.
const api = process.env.PHONEPAY_API ?? 'http://127.0.0.1:5000';
const paths = '^/(api|auth|admin/|merchant/|health|errors|openapi|gateways|demo-logins|\\.well-known)';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  server: { host: '127.0.0.1', port: 5173, proxy: { [paths]: api } },
  preview: { host: '127.0.0.1', port: 4173, proxy: { [paths]: api } },
  build: { target: 'es2022', sourcemap: false, manifest: true, chunkSizeWarningLimit: 700, assetsInlineLimit: 0 },
  test: { environment: 'jsdom', include: ['test/**/*.test.{ts,tsx}'], restoreMocks: true },
});
