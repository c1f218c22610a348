import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'

// Compiled code is kept between starts; it has to be switched on before anything else is loaded.
enableCompileCache(resolve(import.meta.dirname, '../node_modules/.cache/compile'))
const { readSettings } = await import('./settings/settings.ts')
const { startOffice } = await import('./start.ts')
const { unreadLines } = await import('./welcome.ts')
const { inBoth, startTexts } = await import('../common/i18n/start.ts')

// A promise that nobody caught is a mistake to be read about, not a reason to stop the queue.
process.on('unhandledRejection', reason => { console.error('Unhandled rejection:', reason) })

try {
  for (const line of unreadLines(process.env)) console.error(line)
  const notes: string[] = []
  const office = await startOffice(readSettings(process.env), line => notes.push(line))
  if (notes.length > 0) console.error(['Please note (passwords are shown only now) / Xin ghi lại (mật khẩu chỉ hiện lần này):', ...notes].join('\n'))
  console.log(`listening on ${office.url}`)
  console.error(`Open / Mở: ${office.open.here}  (from the hall / từ máy khác: ${office.open.hall ?? inBoth(startTexts, 'hall.none', {}, ' / ')})`)
  for (const line of office.printers) console.error(line)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      office.stop().then(() => process.exit(0), (error: unknown) => {
        console.error(error)
        process.exit(1)
      })
    })
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
