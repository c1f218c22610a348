import { Type, type Static } from 'typebox'
import { CalendarDate, closed, Id, ServiceDate, Time } from './basics.ts'
import { Forecast } from './ticket.ts'

/** What somebody who takes a number now may expect. */
export const Prospect = Type.Object({
  forecast: Type.Union([Forecast, Type.Null()], { description: 'null: nothing is known yet, or the call is less likely to come today than not' }),
  hardlyToday: Type.Boolean({ description: 'Hardly served before the office closes: the kiosk says so before it prints' })
}, closed)
export type Prospect = Static<typeof Prospect>

export const FieldForecast = Type.Object({ field: Id, ordinary: Prospect, priority: Prospect }, closed)
export type FieldForecast = Static<typeof FieldForecast>

export const Forecasts = Type.Object({ at: Time, items: Type.Array(FieldForecast) }, closed)
export type Forecasts = Static<typeof Forecasts>

const share = Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()])

/** How forecasts made when numbers were taken compare with the calls that came. */
export const ForecastAccuracy = Type.Object({
  called: Type.Integer({ description: 'Numbers that had a forecast and were called' }),
  covered: Type.Union([share], { description: 'Share called within the range as people were told it, rounded outwards to five minutes; aimed at 0.8. null: none called' }),
  early: Type.Union([share], { description: 'Share called before that range' }),
  late: Type.Union([share], { description: 'Share called after that range' }),
  meanErrorMinutes: Type.Union([Type.Number(), Type.Null()], { description: 'Mean distance between likely and the call' }),
  biasMinutes: Type.Union([Type.Number(), Type.Null()], { description: 'Mean of call minus likely: positive where calls came later than foretold' }),
  meanWidthMinutes: Type.Union([Type.Number(), Type.Null()], { description: 'Mean width of the range as it was told' })
}, closed)
export type ForecastAccuracy = Static<typeof ForecastAccuracy>

export const ForecastPeriod = Type.Object({
  from: Type.Optional(Type.String({ ...CalendarDate, description: 'First service day; unless said otherwise the first of the last 28 up to `to`' })),
  to: Type.Optional(Type.String({ ...CalendarDate, description: 'Last service day; today unless said otherwise' }))
}, closed)

export const ForecastReport = Type.Object({
  from: ServiceDate, to: ServiceDate,
  made: Type.Integer({ description: 'Numbers that were given a forecast when they were taken' }),
  all: ForecastAccuracy,
  byField: Type.Array(Type.Object({ field: Id, ...ForecastAccuracy.properties }, closed)),
  byHour: Type.Array(Type.Object({ hour: Type.Integer({ minimum: 0, maximum: 23 }), ...ForecastAccuracy.properties }, closed)),
  promise: Type.Object({
    minutes: Type.Integer({ description: 'The wait the office promises now; the counts beside it are by this one, breaks left out' }),
    kept: Type.Integer({ description: 'Waits that ended with a call in time; a number that is sent on waits anew' }),
    broken: Type.Integer({ description: 'Waits that lasted, or last, beyond it' }),
    apologies: Type.Integer({ description: 'Apology slips asked for' })
  }, closed)
}, closed)
export type ForecastReport = Static<typeof ForecastReport>
