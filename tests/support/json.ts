/**
 * A body as a test meets it: of another shape in every answer, and checked by what the test expects of it.
 * The one place where tests step out of the types.
 */
export type Json = any // eslint-disable-line @typescript-eslint/no-explicit-any
