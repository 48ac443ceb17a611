/** http: the listening socket and the manners of every answer. What the answers say is the surfaces' matter. */
export { eventStream } from './event-stream.ts'
export { isInNetworks, isNetwork } from './networks.ts'
export { readForm } from './read-form.ts'
export { remoteAddress } from './remote-address.ts'
export { logRequest, type RequestLog } from './request-log.ts'
export { cameFromUs } from './same-origin.ts'
export { securityHeaders } from './security-headers.ts'
export { type Http, startHttp } from './start-http.ts'
