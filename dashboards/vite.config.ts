import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { packed } from './packed'

const server = process.env.ENGAGEMENT_SERVER ?? 'http://127.0.0.1:5080'

export default defineConfig({
  base: '/',
  plugins: [react(), packed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    // The charts are a chunk of their own that loads after the figures are on screen.
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ }] } } },
    // Data URLs would need an exception in the content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      // With the address that the browser asked for: the server takes nothing from pages of another.
      '/v1': { target: server, changeOrigin: false },
      '/hubs': { target: server, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // A busy machine is slow, not wrong.
    testTimeout: 20_000,
  },
})
