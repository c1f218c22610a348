/** What features ask of the open connections. Facts need no asking: they are pushed after their commit. */
export interface Live {
  /** Cuts every socket of a principal whose right has ended, `kiosk:dv_1`. */
  readonly cut: (principal: string) => void
  /** Ids of the staff's sessions that sockets are open for. */
  readonly sessions: () => ReadonlySet<string>
  /** View → how many sockets watch it. */
  readonly watchers: () => Readonly<Record<string, number>>
  /** A rating question ended: its screen and its citizen's phone are told. */
  readonly ratingClosed: (office: string, question: { readonly token: string, readonly counter: number, readonly ticket: string }) => void
}
