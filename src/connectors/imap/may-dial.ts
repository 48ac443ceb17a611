/**
 * Which servers may be dialled for a person who typed a name. A mailbox may
 * lie inside the operator's network, so private addresses are allowed; what
 * never serves mail is not: addresses of the link (RFC 3927, where clouds keep
 * their metadata), of no machine and of many, and ports that are not IMAP's.
 */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { BlockList, isIP } from 'node:net'

const mailPorts = [143, 993]
/** On this machine a test, a bridge or a tunnel takes any port that needs no privilege. */
const firstFreePort = 1024

const never = new BlockList()
never.addSubnet('0.0.0.0', 8, 'ipv4')
never.addSubnet('169.254.0.0', 16, 'ipv4')
never.addSubnet('224.0.0.0', 3, 'ipv4')
// Metadata services that live outside the link's range.
never.addAddress('100.100.100.200', 'ipv4')
never.addAddress('192.0.0.192', 'ipv4')
never.addAddress('fd00:ec2::254', 'ipv6')
never.addAddress('::', 'ipv6')
never.addSubnet('fe80::', 10, 'ipv6')
never.addSubnet('ff00::', 8, 'ipv6')

const thisMachine = new BlockList()
thisMachine.addSubnet('127.0.0.0', 8, 'ipv4')
thisMachine.addAddress('::1', 'ipv6')

const isIn = (list: BlockList, address: string): boolean => {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Whether a mail server may be at an address and port. */
export function mayDial(address: string, port: number): boolean {
  if (isIn(never, address)) return false
  return mailPorts.includes(port) || (port >= firstFreePort && isIn(thisMachine, address))
}

type Done = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void
type Lookup = (host: string, options: LookupOptions, done: Done) => void

export const notAMailServer = 'NOT_A_MAIL_SERVER'

/** `dns.lookup` for dialling `port`: of a name's addresses only those that may be dialled. */
export const lookUpFor =
  (port: number): Lookup =>
  (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const addresses = found.filter(({ address }) => mayDial(address, port))
      const [first] = addresses
      if (first === undefined) return done(Object.assign(new Error(`${host} is no mail server`), { code: notAMailServer }), [])
      if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
