import { globSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

/** Every folder with an index.html is a page; a screen that is not written yet is simply not there. */
const pages = globSync(['display/*/index.html', 'counter/*/index.html'], { cwd: import.meta.dirname })

/** What the pages and the gallery of their states share. */
export const forScreens = {
  root: import.meta.dirname,
  publicDir: false,
  appType: 'mpa',
  // The server puts a fresh nonce in the place of this word in every answer.
  html: { cspNonce: '%NONCE%' },
  build: {
    // Lobby televisions run browsers of 2018.
    target: 'chrome69',
    cssTarget: 'chrome69',
    // No data: URLs: the policy of the pages lets fonts come from the server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    emptyOutDir: true
  }
} satisfies UserConfig

/** Beside each asset its compressed forms: a weak computer sends them as they are, a slow Wi-Fi carries a third. */
const compressed: Plugin = {
  name: 'compressed-assets',
  apply: 'build',
  generateBundle (_options, bundle) {
    for (const [fileName, file] of Object.entries(bundle)) {
      if (!/\.(js|css|svg)$/.test(fileName)) continue
      const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
      this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) })
      this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(source) })
    }
  }
}

export default defineConfig({
  ...forScreens,
  plugins: [compressed],
  build: { ...forScreens.build, outDir: 'dist', rollupOptions: { input: pages } },
  server: { proxy: { '/api': 'http://localhost:8080', '/sound': 'http://localhost:8080', '/socket.io': { target: 'ws://localhost:8080', ws: true } } }
})
