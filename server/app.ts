import type { IncomingMessage } from 'node:http'
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import { type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { apologyRoutes } from './features/apology/routes.ts'
import { apologyUseCase } from './features/apology/use-case.ts'
import { bookingRoutes } from './features/bookings/routes.ts'
import { bookingsUseCase } from './features/bookings/use-case.ts'
import { catalogueRoutes } from './features/catalogue/routes.ts'
import { counterLeaseRoutes } from './features/counter-lease/routes.ts'
import { counterLeaseUseCase } from './features/counter-lease/use-case.ts'
import { deviceRoutes } from './features/devices/routes.ts'
import { pairingUseCase } from './features/devices/use-case.ts'
import { factRoutes } from './features/facts/routes.ts'
import { forecastRoutes } from './features/forecast/routes.ts'
import { forecastReportRoutes } from './features/forecast-report/routes.ts'
import { forecastReportUseCase } from './features/forecast-report/use-case.ts'
import { healthRoutes } from './features/health/routes.ts'
import { keyRoutes } from './features/keys/routes.ts'
import { metricsRoutes } from './features/metrics/routes.ts'
import { myTicketRoutes } from './features/my-ticket/routes.ts'
import { cancelMyTicketUseCase, readMyTicketUseCase } from './features/my-ticket/use-case.ts'
import { officeTurns } from './features/office-turn.ts'
import { orderReportRoutes } from './features/order-report/routes.ts'
import { orderReportUseCase } from './features/order-report/use-case.ts'
import { ownListRoutes } from './features/own-list/routes.ts'
import { panicRoutes } from './features/panic/routes.ts'
import { panicUseCase } from './features/panic/use-case.ts'
import { paperNumberRoutes } from './features/paper-numbers/routes.ts'
import { paperNumbersUseCase } from './features/paper-numbers/use-case.ts'
import { paperTrayRoutes } from './features/paper-tray/routes.ts'
import { pinRoutes } from './features/pin/routes.ts'
import { pinsUseCase } from './features/pins.ts'
import { printerRoutes } from './features/printers/routes.ts'
import { rateRoutes } from './features/rate/routes.ts'
import { rateUseCase } from './features/rate/use-case.ts'
import { serveRoutes } from './features/serve/routes.ts'
import { serveUseCase } from './features/serve/use-case.ts'
import { cutEndedSessions } from './features/sign-in/ended-sessions.ts'
import { signInRoutes } from './features/sign-in/routes.ts'
import { signInUseCase } from './features/sign-in/use-case.ts'
import { slipRoutes } from './features/slips/routes.ts'
import { askSlipUseCase } from './features/slips/use-case.ts'
import { takeTicketRoutes } from './features/take-ticket/routes.ts'
import { takeTicketUseCase } from './features/take-ticket/use-case.ts'
import { ticketRoutes } from './features/tickets/routes.ts'
import { cancelTicketUseCase, reprintUseCase, returnTicketUseCase } from './features/tickets/use-case.ts'
import { trialRoutes } from './features/trial/routes.ts'
import { trialUseCase } from './features/trial/use-case.ts'
import { voiceRoutes } from './features/voice/routes.ts'
import { apiDocs } from './http/api-docs.ts'
import { bodies } from './http/bodies.ts'
import { closing } from './http/closing.ts'
import { idempotency } from './http/idempotency.ts'
import { officeOf, officeNamed, prefixOf, withoutOfficePrefix } from './http/office-of.ts'
import { openapi } from './http/openapi.ts'
import { knownDirectory } from './http/known-directory.ts'
import { isForeign, isHarmless, originCheck } from './http/origin.ts'
import { pageRoutes } from './http/pages.ts'
import { permitting } from './http/permitting.ts'
import { principalOf, principals } from './http/principals.ts'
import { problemAnswers } from './http/problems.ts'
import { createLive } from './live/live.ts'
import { createPresence } from './live/presence.ts'
import type { Wording } from './domain/call.ts'
import type { Address } from './ports/address.ts'
import type { Chance, Clock } from './ports/clock.ts'
import type { Forecaster } from './ports/forecaster.ts'
import type { PaperTray } from './ports/paper-tray.ts'
import { holderOf } from './ports/principal.ts'
import type { SlipPrinter } from './ports/slip-printer.ts'
import type { Soundness } from './ports/soundness.ts'
import type { Store } from './ports/store.ts'
import type { Voice } from './ports/voice.ts'

/** Everything the office needs from outside; main picks the real ones, tests hand in fakes. */
export interface AppNeeds {
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly wording: Wording
  readonly printer: SlipPrinter
  readonly tray?: PaperTray
  /** Absent: the database is taken to be sound. */
  readonly soundness?: Soundness
  /** Absent: a mute office. */
  readonly voice?: Voice
  /** Absent: nobody is told when a call is to be expected. */
  readonly forecaster?: Forecaster
  readonly address: Address
  /** Folder of the built screens. */
  readonly dist: string
  readonly trustProxy: boolean
  readonly tls?: { readonly cert: Buffer, readonly key: Buffer }
  readonly logger: FastifyBaseLogger
}

const prefix = '/api/v1'
const sound: Soundness = { database: () => 'ok', notes: () => ({}) }

/** The whole server, not yet listening. Closing it stops all it started, but not the store. */
export async function buildApp (needs: AppNeeds): Promise<FastifyInstance> {
  const { clock, chance, printer } = needs
  const store = { ...needs.store, directory: knownDirectory(needs.store.directory, clock.now), offices: once(needs.store.offices) }
  const app = newFastify(needs)
  const presence = createPresence(clock.now())
  const turn = officeTurns(store, clock)

  await app.register(problemAnswers)
  await app.register(closing)
  await app.register(helmet, headersFor(needs.tls !== undefined))
  await app.register(bodies)
  await app.register(originCheck)
  await app.register(officeOf, { store })
  await app.register(principals, { store, clock })
  await app.register(permitting)
  await app.register(openapi)
  await app.register(idempotency)
  app.addHook('onRequest', async ({ principal }) => { if (principal) presence.heard(holderOf(principal), clock.now()) })

  const live = await createLive(app.server, {
    store, clock, printer, presence, ...needs.forecaster && { forecaster: needs.forecaster },
    whoIs: async (request, auth) => {
      const office = await officeNamed(store, auth['office'] ?? prefixOf(request))
      if (office === undefined) return undefined
      const principal = await principalOf(store, clock, request.headers, auth['as'])
      return { office, ...principal?.office === office && { principal } }
    },
    withoutPrefix: withoutOfficePrefix,
    isForeign: request => !isHarmless(request.headers.origin, request.headers.cookie) && isForeign(request.headers.origin, hostOf(request, needs.trustProxy)),
    log: (error, message) => app.log.error(error, message)
  })
  app.addHook('preClose', () => live.stop())
  app.addHook('onClose', cutEndedSessions(store, clock, live, (error, message) => app.log.error(error, message)))

  const foretold = { ...needs, store }
  const pins = pinsUseCase(store)
  const takeTicket = takeTicketUseCase({ ...needs, turn, pins })
  await app.register(async api => {
    await api.register(signInRoutes, { signIn: signInUseCase(store, clock, chance), store, clock, live })
    await api.register(pinRoutes, { pins })
    await api.register(keyRoutes, { store, clock, chance, live })
    await api.register(deviceRoutes, { store, clock, pairing: pairingUseCase(store, clock, chance), live })
    await api.register(catalogueRoutes, { store, clock, address: needs.address })
    await api.register(takeTicketRoutes, { takeTicket, clock })
    await api.register(ticketRoutes, { store, clock, ...needs.forecaster && { forecaster: needs.forecaster }, reprint: reprintUseCase({ ...needs, turn }), returnTicket: returnTicketUseCase(turn), cancelTicket: cancelTicketUseCase(turn) })
    await api.register(apologyRoutes, { apologise: apologyUseCase({ ...needs, turn }), clock })
    await api.register(paperNumberRoutes, { paperNumbers: paperNumbersUseCase({ ...needs, store, turn }), clock })
    await api.register(slipRoutes, { askSlip: askSlipUseCase({ ...needs, turn }), clock })
    await api.register(printerRoutes, { store, clock, printer })
    await api.register(myTicketRoutes, { readMyTicket: readMyTicketUseCase(foretold, clock), cancelMyTicket: cancelMyTicketUseCase(foretold, clock, turn) })
    await api.register(bookingRoutes, { bookings: bookingsUseCase({ ...needs, takeTicket }), clock })
    await api.register(counterLeaseRoutes, { lease: counterLeaseUseCase({ turn, store }), clock })
    await api.register(serveRoutes, { serve: serveUseCase({ ...needs, turn, live, newId: () => chance.id('call') }), clock })
    await api.register(panicRoutes, { panic: panicUseCase({ turn, store }), clock })
    await api.register(ownListRoutes, { store, clock })
    await api.register(rateRoutes, { rate: rateUseCase(store, clock, live) })
    await api.register(factRoutes, { store })
    await api.register(orderReportRoutes, { orderReport: orderReportUseCase(store, clock) })
    await api.register(forecastRoutes, foretold)
    await api.register(forecastReportRoutes, { store, forecastReport: forecastReportUseCase(store, clock) })
    await api.register(trialRoutes, { trial: trialUseCase({ store, clock, chance, turn, live }) })
    await api.register(paperTrayRoutes, { tray: needs.tray })
  }, { prefix })
  await app.register(healthRoutes, { store, clock, printer, soundness: needs.soundness ?? sound })
  await app.register(metricsRoutes, { ...foretold, live })
  await app.register(voiceRoutes, { voice: needs.voice })
  await app.register(apiDocs)
  await app.register(pageRoutes, { dist: needs.dist })
  return app
}

function newFastify ({ logger, trustProxy, tls }: AppNeeds): FastifyInstance {
  const options: FastifyServerOptions = {
    // One proxy, our own: what stands further left in X-Forwarded-For is whatever the client wrote.
    // Addresses carry tokens: requests are not logged, errors are.
    loggerInstance: logger, logController: new LogController({ disableRequestLogging: true }), trustProxy: trustProxy && ((_address: string, hop: number) => hop === 0), rewriteUrl: withoutOfficePrefix, bodyLimit: 64 * 1024,
    // Fastify's own default is none: a connection that sends nothing would be held for ever.
    requestTimeout: 20_000, forceCloseConnections: 'idle',
    // Unknown fields are refused, not dropped; nothing is coerced.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } }
  }
  const app = (tls ? Fastify({ ...options, https: tls } as FastifyServerOptions) : Fastify(options)).withTypeProvider<TypeBoxTypeProvider>()
  return app as unknown as FastifyInstance
}

/** What helmet gives by default would upgrade a plain-http LAN page to an https that is not there. */
function headersFor (tls: boolean): FastifyHelmetOptions {
  return {
    global: true, contentSecurityPolicy: false, hsts: tls, crossOriginOpenerPolicy: tls, originAgentCluster: tls,
    referrerPolicy: { policy: 'same-origin' }, frameguard: { action: 'deny' }
  }
}

/** Offices come with the seed, before the server is built: one look is enough. */
function once<Answer> (ask: () => Promise<Answer>): () => Promise<Answer> {
  let asked: Promise<Answer> | undefined
  return () => asked ??= ask()
}

function hostOf (request: IncomingMessage, trustProxy: boolean): string | undefined {
  const forwarded = request.headers['x-forwarded-host']
  return trustProxy && typeof forwarded === 'string' ? forwarded : request.headers.host
}
