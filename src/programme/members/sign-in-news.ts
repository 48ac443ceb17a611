/** Letters about a person's ways in, to each address they proved: whoever changed something, the person hears of it elsewhere too. */
import { type Tx, uuid } from '#storage'
import type { SignInNews } from './letter-kinds.ts'
import { askForLetter } from './letters.ts'

type Told = {
  readonly personId: string
  readonly news: SignInNews
  /** The recovery request that the letter's code stops. */
  readonly requestId?: string
}

/** Asks for a letter to each proven address. */
export async function tellOfSignIn(tx: Tx, { personId, news, requestId }: Told): Promise<void> {
  const proven = await tx
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .where('proven_at', 'is not', null)
    .where('removed_at', 'is', null)
    .execute()
  for (const { id } of proven) {
    await askForLetter(tx, { letter: 'sign-in-news', news, accountId: id, newsId: uuid(), ...(requestId !== undefined && { requestId }) })
  }
}
