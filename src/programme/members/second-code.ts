/** A code that is more than a mailbox: of an app, or a recovery code. Which of the two is told by its shape. */

import type { Tx } from '#storage'
import type { MembersDeps } from './deps.ts'
import { isRecoveryCode, readRecoveryCode, takeRecoveryCode } from './recovery-codes.ts'
import { typedDigits } from './six-digits.ts'
import { takeAppCode } from './totp.ts'

export type SecondCode = {
  /** In the programme's transaction: uses the code up; undefined when it is wrong. */
  readonly take: (tx: Tx, session?: string) => Promise<'app-code' | 'recovery-code' | undefined>
}

/** Works out what is slow before the transaction. */
export async function readSecondCode(deps: MembersDeps, personId: string, typed: string): Promise<SecondCode> {
  if (isRecoveryCode(typed)) {
    const hash = await readRecoveryCode(deps, personId, typed)
    return {
      take: async (tx, session) =>
        (await takeRecoveryCode(tx, deps, { personId, hash, ...(session !== undefined && { session }) })) ? 'recovery-code' : undefined,
    }
  }
  const sealer = await deps.vault.sealer({ kind: 'person', id: personId })
  const code = typedDigits(typed)
  return {
    take: async (tx) => ((await takeAppCode(tx, { clock: deps.clock, sealer }, { personId, code })) ? 'app-code' : undefined),
  }
}
