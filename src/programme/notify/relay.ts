/** The mail relay as the operator names it, and as nodemailer takes it. */
import { isIP } from 'node:net'

export type Relay = {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  /** Empty: the relay knows us by our address. */
  readonly user: string
  readonly password: string
}

/** Requests to send a letter stop after these; a relay that needs longer is not there. */
const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 5_000 }

export const transportOptions = (relay: Relay) => ({
  host: relay.host,
  port: relay.port,
  secure: relay.tls === 'implicit',
  requireTLS: relay.tls === 'starttls',
  ignoreTLS: relay.tls === 'none',
  ...(isIP(relay.host) === 0 && { tls: { servername: relay.host } }),
  ...(relay.user !== '' && { auth: { user: relay.user, pass: relay.password } }),
  ...limits,
  disableFileAccess: true,
  disableUrlAccess: true,
})
