import { describe, expect, it } from 'vitest'
import { cellOf, conditionOf, deeds, everybody, may, persons, rolesFor, roles, whoIs, type Deed } from '../../common/contract/permissions.ts'

const staff = (role: typeof roles[number]) => ({ kind: 'staff', role } as const)
const key = (role: typeof roles[number]) => ({ kind: 'key', role } as const)

describe('the table of permissions', () => {
  it('knows everybody by kind and role, and nobody as a stranger', () => {
    expect([whoIs(undefined), whoIs({ kind: 'kiosk' }), whoIs(staff('guide')), whoIs(key('guide'))]).toEqual(['stranger', 'kiosk', 'guide', 'key:guide'])
    expect(() => whoIs({ kind: 'staff' })).toThrow(/without a role/)
    expect(everybody).toHaveLength(persons.length + roles.length)
  })

  it('lets a deed begin where a condition is looked at later, but not where it is known to fail', () => {
    expect([may({ kind: 'kiosk' }, 'see-print-jobs'), conditionOf({ kind: 'kiosk' }, 'see-print-jobs')]).toEqual([true, 'own'])
    expect([may(staff('officer'), 'see-print-jobs'), conditionOf(staff('officer'), 'see-print-jobs')]).toEqual([true, undefined])
    expect([may(undefined, 'read-metrics'), may(undefined, 'read-metrics', { trial: true }), may(undefined, 'read-metrics', { machine: true })]).toEqual([false, false, true])
    expect([may(undefined, 'work-virtual-printer'), may(undefined, 'work-virtual-printer', { trial: true }), may(staff('guide'), 'work-virtual-printer')]).toEqual([false, true, true])
  })

  it('gives a program its role\'s rights, some more, and never what needs a person or a citizen', () => {
    expect([may(key('officer'), 'take-ticket'), may(staff('officer'), 'take-ticket'), may(key('observer'), 'take-ticket')]).toEqual([true, false, false])
    expect([conditionOf(key('officer'), 'work-counter'), may(key('guide'), 'work-counter')]).toEqual(['lease', false])
    for (const deed of ['set-pin', 'sign-in-by-pin', 'overrule', 'rate'] as const) for (const role of roles) expect([deed, may(key(role), deed)]).toEqual([deed, false])
  })

  it('names the roles that may, in the order of rank for a shared PIN', () => {
    expect(rolesFor('overrule')).toEqual(['guide', 'supervisor', 'admin'])
    expect(rolesFor('sign-in-by-pin')).toEqual(['officer', 'guide', 'supervisor'])
  })

  it('keeps each from what is not theirs: nobody who serves rates, nobody who watches over the order changes it, the observer sees sums only', () => {
    for (const role of roles) expect(may(staff(role), 'rate')).toBe(false)
    const changing: readonly Deed[] = ['take-ticket', 'return-ticket', 'cancel-ticket', 'reprint', 'hold-counter', 'work-counter']
    for (const deed of changing) expect([deed, may(staff('supervisor'), deed), may(staff('observer'), deed)]).toEqual([deed, false, false])
    const ofObserver = deeds.filter(deed => cellOf('observer', deed) === true && cellOf('stranger', deed) !== true)
    expect(ofObserver).toEqual(['see-session', 'set-pin', 'see-order-sums', 'see-forecast-report'])
  })
})
