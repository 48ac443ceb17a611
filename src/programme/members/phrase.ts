/**
 * Three words that an administrator says to a person before the invitation comes: in its letter and on its page the person finds them again. They prove
 * that both are ours; they open nothing. Made by the vault from who is invited where, so no row holds them and a new link has the same.
 */
import type { Language, Who } from '#kernel'
import type { Vault } from '#secrets'
import type { MembersDeps } from './deps.ts'
import { readLanguage } from './language.ts'
import { meOf } from './me.ts'
import { phraseWords } from './phrase-words.ts'

const count = 3

/** Such as `acorn bridge lemon`: 21 bits, in the person's language. */
export const invitationPhrase = (
  vault: Vault,
  { organisationId, personId, language }: { readonly organisationId: string; readonly personId: string; readonly language: Language },
): string => threeWords(vault.mac('invitation-phrase', `${organisationId}/${personId}`), language)

/** The same for somebody of a household, in the words of whose account it is. */
export const householdPhrase = (
  vault: Vault,
  { accountId, language }: { readonly accountId: string; readonly language: Language },
): string => threeWords(vault.mac('household-phrase', accountId), language)

/** On somebody's own card and page, never in a mail: whoever speaks for the programme can say the same three. In the person's own language. */
export async function ownPhrase({ storage, vault }: Pick<MembersDeps, 'storage' | 'vault'>, who: Who): Promise<string> {
  const personId = meOf(who)
  const { language } = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx.selectFrom('person').select('language').where('id', '=', personId).executeTakeFirstOrThrow(),
  )
  return threeWords(vault.mac('own-phrase', personId), readLanguage(language))
}

function threeWords(drawn: Buffer, language: Language): string {
  const words = phraseWords[language]
  return Array.from({ length: count }, (_, at) => words[drawn.readUInt16BE(at * 2) % words.length] ?? '').join(' ')
}
