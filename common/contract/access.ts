import { Type, type Static } from 'typebox'
import { closed, Id, Line, Time } from './basics.ts'

export const Role = Type.Union([Type.Literal('officer'), Type.Literal('guide'), Type.Literal('supervisor'), Type.Literal('observer'), Type.Literal('admin')])
export type Role = Static<typeof Role>
export const DeviceKind = Type.Union([Type.Literal('kiosk'), Type.Literal('board'), Type.Literal('sign'), Type.Literal('rating')])
export type DeviceKind = Static<typeof DeviceKind>

const Password = Type.String({ minLength: 1, maxLength: 256 })
/** Six digits, typed where nobody types a password. */
export const Pin = Type.String({ pattern: '^[0-9]{6}$' })

export const PasswordSignIn = Type.Object({ username: Line(64), password: Password }, closed)
/** On a shared PC: a name that was chosen, and six digits. */
export const PinSignIn = Type.Object({ username: Line(64), pin: Pin }, closed)
export const SignIn = Type.Union([PasswordSignIn, PinSignIn])
export type SignIn = Static<typeof SignIn>
export const PinRequest = Type.Object({ password: Password, pin: Pin }, closed)

/** Those who may sign in by PIN, for a shared PC to choose from. */
export const StaffName = Type.Object({
  username: Line(64), name: Type.String(), title: Type.String(), role: Role, counter: Type.Optional(Type.Integer()),
  hasPin: Type.Boolean({ description: 'false: only by password, until one is set' })
}, closed)
export type StaffName = Static<typeof StaffName>

export const Principal = Type.Object({
  kind: Type.Union([Type.Literal('staff'), Type.Literal('key'), DeviceKind]),
  id: Id, name: Type.String(), role: Type.Optional(Role), counter: Type.Optional(Type.Integer())
}, closed)
export type Principal = Static<typeof Principal>
export const SignedIn = Type.Object({ principal: Principal }, closed)
export type SignedIn = Static<typeof SignedIn>

export const KeyRequest = Type.Object({ name: Line(80), role: Role }, closed)
export const Key = Type.Object({ id: Id, name: Type.String(), role: Role, createdAt: Time }, closed)
export const KeyMade = Type.Object({ id: Id, key: Type.String({ description: 'Shown once' }) }, closed)

export const DeviceRequest = Type.Object({ kind: DeviceKind, name: Line(80), counter: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })) }, closed)
export const Device = Type.Object({
  id: Id, kind: DeviceKind, name: Type.String(), counter: Type.Optional(Type.Integer()), lastSeenAt: Type.Optional(Time)
}, closed)
export type Device = Static<typeof Device>
export const DeviceMade = Type.Object({ device: Device, pairingCode: Type.String(), expiresAt: Time }, closed)
export const PairRequest = Type.Object({ code: Type.String({ minLength: 4, maxLength: 32 }) }, closed)
export const Paired = Type.Object({ device: Device }, closed)
export type Paired = Static<typeof Paired>

/** Trial mode only: this browser becomes that screen. */
export const TrialScreen = Type.Object({
  screen: Type.Union([Type.Literal('kiosk'), Type.Literal('board'), Type.Literal('rating'), Type.Literal('console')]),
  counter: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 }))
}, closed)
export type TrialScreen = Static<typeof TrialScreen>
/** Where to go now; the cookie came along. */
export const TrialOpened = Type.Object({ path: Type.String() }, closed)
export type TrialOpened = Static<typeof TrialOpened>
