/** Tries the mail relay while the operator looks at the settings page: one clear sentence, whatever happens. */
import { type Relay, transportOptions } from './relay.ts'
import { readSmtpTrouble, type SmtpTrouble } from './smtp-answer.ts'

export type RelayVerified = { readonly ok: boolean; readonly says: string }

const sentences: Readonly<Record<SmtpTrouble['why'], (relay: Relay, answer: string) => string>> = {
  'unknown-host': ({ host }) => `There is no mail server called ${host}. Check the spelling of the name.`,
  'not-answering': ({ host, port }) => `${host} does not answer on port ${port}. Check the port, or ask whether a firewall stands between.`,
  'wrong-login': ({ host }) => `${host} does not take this user name and password.`,
  certificate: ({ host }) => `${host} shows a certificate that is not valid for its name, so nothing was sent to it.`,
  'no-tls': ({ host, port }) =>
    `${host} does not speak TLS in this way on port ${port}. Usual are 587 with STARTTLS and 465 with TLS from the start.`,
  answer: ({ host }, answer) => `${host} answered: ${answer}`,
}

/** Connects, secures the line and signs in; sends nothing. */
export async function verifyRelay(relay: Relay): Promise<RelayVerified> {
  // Loaded when it is first needed: pages answer without it.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(transportOptions(relay))
  try {
    await transport.verify()
    return { ok: true, says: `${relay.host} takes our mail.` }
  } catch (thrown) {
    const { why, answer } = readSmtpTrouble(thrown)
    return { ok: false, says: sentences[why](relay, answer) }
  } finally {
    transport.close()
  }
}
