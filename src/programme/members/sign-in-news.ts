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

/** Asks for a letter to each proven address; to the work address where none is proven, since nobody else would hear of it. */
export async function tellOfSignIn(tx: Tx, { personId, news, requestId }: Told): Promise<void> {
  const own = await tx
    .selectFrom('account')
    .select(['id', 'kind', 'proven_at'])
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .execute()
  const proven = own.filter(({ proven_at }) => proven_at !== null)
  for (const { id } of proven.length > 0 ? proven : own.filter(({ kind }) => kind === 'work')) {
    await askForLetter(tx, { letter: 'sign-in-news', news, accountId: id, newsId: uuid(), ...(requestId !== undefined && { requestId }) })
  }
}
