import { expect, it } from 'vitest'
import { takeTicket } from '../../server/domain/ticketing.ts'
import { wireFact } from '../../server/wire/fact.ts'
import { aDay, now, value } from '../support/builders.ts'

it('who overruled the kiosk is told to staff, and to no screen of the hall', () => {
  const [fact] = value(takeTicket(aDay(), { field: 'CT' }, 'tk_1', { by: 'kiosk:k', isAlone: true, isTooLate: true, overruledBy: 'staff:p_g' }, now))
  const told = (forStaff: boolean) => JSON.stringify(wireFact({ ...fact!, rev: 11 }, { epoch: 'e', prev: 10 }, 'Asia/Ho_Chi_Minh', forStaff))
  expect(told(true)).toContain('"overruledBy":"staff:p_g"')
  expect(told(false)).not.toContain('p_g')
})
