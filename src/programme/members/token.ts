/** Secrets that a browser or a letter carries: 256 bits, kept here only as SHA-256 (ASVS 5 V7.2). */
import { createHash } from 'node:crypto'
import type { Chance } from './deps.ts'

export const newToken = (chance: Chance): string => chance(32).toString('base64url')

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()
