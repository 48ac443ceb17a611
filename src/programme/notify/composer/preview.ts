/** A composed notice in every form and language, as its people would get it: the code is an example. */
import { type Language, languages } from '#kernel'
import { type SmsText, smsText } from '../channels/sms-parts.ts'
import type { NotifyDeps } from '../deps.ts'
import { noticeForms } from '../letters/notice-forms.ts'
import { checkWording, type WordingChecked } from './check-wording.ts'
import type { Composition } from './composition.ts'

export type Preview = {
  readonly language: Language
  /** False where it was not written: those people get the English, with a line that says so. */
  readonly isWritten: boolean
  readonly checked?: WordingChecked
  readonly subject: string
  readonly letter: string
  readonly short: string
  /** Parts of a text message, each paid for. */
  readonly smsParts: number
  readonly alphabet: SmsText['alphabet']
  /** Sentence by sentence, as a voice reads them. */
  readonly call: readonly string[]
}

const exampleCode = '7KQ2M9XT'

export async function previewsOf(
  { explain, sender }: Pick<NotifyDeps, 'explain' | 'sender'>,
  { level, wordings, steps }: Pick<Composition, 'level' | 'wordings' | 'steps'>,
): Promise<readonly Preview[]> {
  const says = await sender()
  return languages.map((language) => {
    const content = { kind: 'composed' as const, wordings, steps: [...steps] }
    const { subject, text, short, spoken } = noticeForms({ explain, sender: says }, { language, level, content, code: exampleCode })
    const { parts, alphabet } = smsText(short)
    const own = wordings[language]
    return {
      ...{ language, isWritten: own !== undefined, subject, letter: text, short, smsParts: parts.length, alphabet, call: spoken },
      ...(own && { checked: checkWording(language, level, own) }),
    }
  })
}
