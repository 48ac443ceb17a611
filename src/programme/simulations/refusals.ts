/** What this room refuses, each with the sentence for whoever registers a test. */
import { refusal, type Trouble } from '#kernel'

export const testNameNeeded = (): Trouble => refusal('test-name-needed', 'Say who holds the test, in at most 80 characters.')

export const testTimesNotRight = (): Trouble =>
  refusal(
    'test-times-not-right',
    'Write both like 2026-11-23 09:00, in UTC. The end is after the beginning, still ahead, and at most 31 days later.',
  )

export const testSenderNotRight = (typed: string): Trouble =>
  refusal('test-sender-not-right', `“${typed.slice(0, 60)}” is no address and no domain that one house alone sends from.`)

export const testHostNotRight = (typed: string): Trouble =>
  refusal('test-host-not-right', `“${typed.slice(0, 60)}” is no host name of one house. Write it whole, like login.tests.example.`)

export const testContactNeeded = (): Trouble =>
  refusal('test-contact-needed', 'Name somebody whom people may call, with a number, in at most 200 characters.')

export const testPosesAsUs = (typed: string): Trouble =>
  refusal('test-poses-as-us', `“${typed.slice(0, 60)}” is ours or looks like it. No test may use our names, or look like our notices.`)
