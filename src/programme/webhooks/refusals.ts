/** What this room refuses, each with the sentence for whoever asked. */
import { refusal, type Trouble } from '#kernel'

export const hookAddressNotRight = (): Trouble =>
  refusal(
    'hook-address-not-right',
    'Write an address that begins with https:// and leads to the open internet, without a name or password in it.',
  )
export const noEvents = (): Trouble => refusal('no-events', 'Choose at least one thing to be told of.')
export const tooManyEndpoints = (): Trouble =>
  refusal('too-many-endpoints', 'Ten addresses are the most. Remove one that is no longer used.')
export const endpointStopped = (): Trouble =>
  refusal('endpoint-stopped', 'Nothing is sent to this address, since it did not answer. Start it again first.')
