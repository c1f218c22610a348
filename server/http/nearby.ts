import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

const networks = new BlockList()
networks.addSubnet('127.0.0.0', 8)
networks.addSubnet('10.0.0.0', 8)
networks.addSubnet('172.16.0.0', 12)
networks.addSubnet('192.168.0.0', 16)
networks.addSubnet('169.254.0.0', 16)
networks.addAddress('::1', 'ipv6')
networks.addSubnet('fc00::', 7, 'ipv6')
networks.addSubnet('fe80::', 10, 'ipv6')

/**
 * Whether whoever asks is near. Behind a proxy that nobody has called ours (MOISO_TRUST_PROXY) every address is the
 * proxy's own, and who asks may be anywhere.
 */
export function asksFromNearby (request: FastifyRequest): boolean {
  const isHidden = request.ips === undefined && isForwarded(request.headers)
  return !isHidden && isNearby(request.ip)
}

/** Passed on by a proxy, which says so. */
export function isForwarded (headers: IncomingHttpHeaders): boolean {
  return headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
}

/** Whether an address belongs to a network of one's own, as an office has, and not to the world outside. */
function isNearby (address: string): boolean {
  return networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
