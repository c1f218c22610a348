import { storeContract } from './contract.ts'
import { openSqlite } from './support/sqlite.ts'

storeContract('sqlite', () => openSqlite())
