/** What we use of the package `smpp`, which brings no types. Names are those of SMPP 3.4. */
declare module 'smpp' {
  export type Pdu = {
    readonly command: string
    readonly command_status: number
    readonly sequence_number: number
    readonly message_id?: string
    readonly esm_class?: number
    readonly source_addr?: string
    readonly destination_addr?: string
    readonly data_coding?: number
    readonly registered_delivery?: number
    readonly short_message?: { readonly message: string | Buffer; readonly udh?: readonly Buffer[] }
    readonly message_payload?: { readonly message: string | Buffer }
    readonly receipted_message_id?: string
    readonly message_state?: number
    readonly system_id?: string
    readonly password?: string
    readonly isResponse: () => boolean
    readonly response: (fields?: Readonly<Record<string, unknown>>) => Pdu
  }

  type Ask = (fields: Readonly<Record<string, unknown>>, answered?: (pdu: Pdu) => void) => boolean

  export type Session = {
    readonly on: {
      (event: 'error', listener: (cause: Error) => void): Session
      (event: 'close' | 'connect' | 'secureConnect', listener: () => void): Session
      (event: 'pdu', listener: (pdu: Pdu) => void): Session
    }
    readonly bind_transceiver: Ask
    readonly enquire_link: Ask
    readonly submit_sm: Ask
    readonly deliver_sm: Ask
    readonly unbind: Ask
    readonly send: (pdu: Pdu) => boolean
    readonly close: () => void
    readonly destroy: () => void
    readonly socket: import('node:net').Socket
  }

  const smpp: {
    readonly connect: (options: {
      readonly host: string
      readonly port: number
      readonly tls: boolean
      readonly servername?: string
    }) => Session
    readonly PDU: {
      new (octets: Buffer): Pdu
      new (command: string, fields: Readonly<Record<string, unknown>>): { readonly toBuffer: () => Buffer }
    }
    readonly createServer: (listener: (session: Session) => void) => import('node:net').Server
  }
  export default smpp
}
