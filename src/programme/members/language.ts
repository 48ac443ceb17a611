/** The language a person is written to. */
import { type Language, languages, type Who } from '#kernel'
import type { MembersDeps } from './deps.ts'
import { meOf } from './me.ts'

/** A language the programme speaks; English for any other. */
export const readLanguage = (text: string): Language => languages.find((language) => language === text) ?? 'en'

export async function setLanguage({ storage }: MembersDeps, who: Who, language: Language): Promise<void> {
  const personId = meOf(who)
  await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx.updateTable('person').set({ language }).where('id', '=', personId).execute(),
  )
}
