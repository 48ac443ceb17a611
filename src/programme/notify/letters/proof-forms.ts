/** Six digits that prove a telephone, in every form a channel may want. */
import type { Language } from '#kernel'
import type { Message } from '../channels/channel.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'

type Proof = { readonly language: Language; readonly digits: string; readonly programme: string }

export function proofForms({ language, digits, programme }: Proof): Pick<Message, 'subject' | 'text' | 'short' | 'spoken'> {
  const { code, phoneCode } = wordings[language]
  const blanks = { code: `${digits.slice(0, 3)} ${digits.slice(3)}`, programme, spelled: [...digits].join(', ') }
  const text = fill(phoneCode.says, blanks)
  return {
    subject: fill(code.proveSubject, blanks),
    ...{ text, short: text },
    spoken: phoneCode.spoken.map((sentence) => fill(sentence, blanks)),
  }
}
