/** Networks as an operator writes them: `192.0.2.0/24`, `2001:db8::/32`, or one address. */
import { BlockList, isIP } from 'node:net'

type Network = { readonly address: string; readonly bits: number; readonly family: 'ipv4' | 'ipv6' }

function read(text: string): Network | undefined {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(address)
  const most = version === 4 ? 32 : 128
  const kept = bits === undefined ? most : Number(bits)
  if (version === 0 || kept > most) return undefined
  return { address, bits: kept, family: version === 4 ? 'ipv4' : 'ipv6' }
}

export const isNetwork = (text: string): boolean => read(text) !== undefined

/** Whether an address lies in one of them; what is no address lies in none. */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  const list = new BlockList()
  for (const network of networks.flatMap((text) => read(text) ?? [])) list.addSubnet(network.address, network.bits, network.family)
  const version = isIP(address)
  return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
