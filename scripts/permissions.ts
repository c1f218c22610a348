import { writeFile } from 'node:fs/promises'
import { openOffice } from '../tests/support/office.ts'
import { docsPath, permissionsPage } from './permissions/page.ts'

/** Writes docs/permissions.md anew from the table and the routes of the server; a test compares them. */
const office = await openOffice()
await writeFile(docsPath, permissionsPage(office.app.declaredRoutes()))
await office.close()
