declare module 'autocannon' {
  interface Options { url: string, method?: string, connections?: number, amount?: number, duration?: number, sampleInt?: number, headers?: Record<string, string>, body?: string }
  interface Outcome { latency: { p50: number, p99: number }, requests: { average: number, total: number }, non2xx: number, errors: number, duration: number }
  export default function autocannon (options: Options): Promise<Outcome>
}
