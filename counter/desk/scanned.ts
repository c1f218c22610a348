import type { CheckInRequest } from '../../common/contract/booking.ts'
import { bookingIn } from '../../common/ui/booking-code.ts'

/** What was scanned: somebody's slip, or a booking to be checked in. */
export type Scanned = { readonly is: 'slip', readonly token: string } | { readonly is: 'booking', readonly asked: CheckInRequest } | { readonly is: 'nothing' }

const slip = /^https?:\/\/\S+\/t\/([A-Za-z0-9_-]{16,64})(?:[/?#]\S*)?$/
const ofBooking = /^https?:\/\/\S+\/book\/?#([A-Za-z0-9_-]{16,64})$/

/** A slip's code is the address of its page. Anything else that is no booking is told, and sent nowhere. */
export function scanned (text: string): Scanned {
  const plain = text.trim()
  const token = slip.exec(plain)?.[1]
  if (token !== undefined) return { is: 'slip', token }
  const asked = bookingIn(ofBooking.exec(plain)?.[1] ?? plain)
  return asked ? { is: 'booking', asked } : { is: 'nothing' }
}
