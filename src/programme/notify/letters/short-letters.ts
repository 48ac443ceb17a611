/** The other letters: six digits, an invitation. */
import type { Language } from '#kernel'
import { cut, defang } from '../defang.ts'
import type { Sender } from '../deps.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'
import type { NoticeWritten } from './notice-letter.ts'

const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`

type Coded = {
  readonly purpose: 'sign-in-code' | 'prove-address'
  readonly language: Language
  readonly digits: string
  readonly programme: string
}

export function codeLetter({ purpose, language, digits, programme }: Coded): NoticeWritten {
  const { code } = wordings[language]
  const blanks = { code: `${digits.slice(0, 3)} ${digits.slice(3)}`, programme }
  const signIn = purpose === 'sign-in-code'
  return {
    subject: fill(signIn ? code.signInSubject : code.proveSubject, blanks),
    text: paragraphs(fill(signIn ? code.signIn : code.prove, blanks), code.lives, code.notYou),
  }
}

type Invited = {
  readonly language: Language
  readonly name: string
  readonly organisation: string
  readonly inviter: string
  readonly token: string
  readonly sender: Sender
}

/** Names are chosen by people, and this letter goes to whatever address one of them gives: no name may become a link. */
const named = (name: string): string => cut(defang(name).replace(/\b(\p{L})\[\.\](?=\p{L}\b)/gu, '$1.'), 60)

/** The only letter that shows an address: ours, once, for somebody who does not have it yet. */
export function invitationLetter({ language, name, organisation, inviter, token, sender }: Invited): NoticeWritten {
  const { invitation, greeting } = wordings[language]
  const blanks = {
    name: named(name),
    organisation: named(organisation),
    inviter: named(inviter || organisation),
    programme: sender.name,
  }
  return {
    subject: fill(invitation.subject, blanks),
    text: paragraphs(
      fill(greeting, blanks),
      fill(invitation.says, blanks),
      `${invitation.address}\n${sender.publicAddress.replace(/\/+$/, '')}/join/${token}`,
      invitation.lives,
      fill(invitation.doubt, blanks),
    ),
  }
}
