import { Type } from 'typebox'
import { closed, Id } from '../../common/contract/basics.ts'

export const counterParams = Type.Object({ n: Type.String({ pattern: '^[1-9][0-9]{0,2}$', description: "The counter's number" }) })
export const idParams = Type.Object({ id: Id })
export const tokenParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' }) })
export const emptyBody = Type.Object({}, closed)
