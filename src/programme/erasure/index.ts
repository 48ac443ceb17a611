/** Erasure: what is left of somebody who left is an id, and a certificate of it. */
export { type Certificate, certificateOf } from './certificate.ts'
export { eraseDue, eraseMe } from './erase.ts'
