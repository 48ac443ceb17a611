/** Codes of an app (RFC 6238): six digits, a new code every 30 seconds, SHA-1 as every app has it. The library is loaded when somebody first needs it. */
import type { Clock } from '#kernel'

const stepSeconds = 30
const secretBytes = 20

/** A new secret as apps take it, in Base32. */
export async function newOtpSecret(chance: (sizeBytes: number) => Buffer): Promise<string> {
  const { ScureBase32Plugin } = await import('otplib')
  return new ScureBase32Plugin().encode(chance(secretBytes)).replace(/=+$/, '')
}

/** What an app reads from a square: `otpauth://totp/…`. */
export async function otpAddress(issuer: string, label: string, secret: string): Promise<string> {
  const { generateURI } = await import('otplib')
  return generateURI({ issuer, label, secret })
}

/**
 * The time step whose code this is, one step early or late at most; undefined
 * for a wrong code, and for one of a step that was taken before (RFC 6238 §5.2).
 */
export async function stepOfCode(
  clock: Clock,
  { secret, code, takenStep }: { readonly secret: string; readonly code: string; readonly takenStep: number | null },
): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined
  const { verifySync } = await import('otplib')
  const epoch = Math.floor(clock.now().getTime() / 1000)
  const found = verifySync({ strategy: 'totp', secret, token: code, epoch, period: stepSeconds, epochTolerance: stepSeconds })
  if (!found.valid || !('timeStep' in found)) return undefined
  return takenStep !== null && found.timeStep <= takenStep ? undefined : found.timeStep
}
