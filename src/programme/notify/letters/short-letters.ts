/** The other letters: six digits, an invitation, news of a person's ways in, what became of an application. */
import type { Language } from '#kernel'
import type { MailedCodeLetter, MembershipNews, SignInNews } from '#members'
import { cut, defang } from '../defang.ts'
import type { Sender } from '../deps.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'
import { dayIn } from './moment.ts'
import type { NoticeWritten } from './notice-letter.ts'

const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`

type Coded = {
  readonly purpose: MailedCodeLetter
  readonly language: Language
  readonly digits: string
  readonly programme: string
}

export function codeLetter({ purpose, language, digits, programme }: Coded): NoticeWritten {
  const { code } = wordings[language]
  const blanks = { code: `${digits.slice(0, 3)} ${digits.slice(3)}`, programme }
  const says = { 'sign-in-code': code.signIn, 'prove-address': code.prove, 'confirm-code': code.confirm }[purpose]
  return {
    subject: fill(purpose === 'prove-address' ? code.proveSubject : code.signInSubject, blanks),
    text: paragraphs(fill(says, blanks), code.lives, code.notYou),
  }
}

/** Something changed in how a person comes in. It names no device, and its only code stops what is under way: whoever reads the mailbox learns nothing to come in by. */
export function newsLetter({ news: what, language, name, programme, stopCode }: Told): NoticeWritten {
  const { news, greeting } = wordings[language]
  const blanks = { programme, name: named(name), code: stopCode ?? '' }
  const ending = stopCode === undefined ? news.notYou : news.stop
  return {
    subject: fill(what.startsWith('way-') ? news.waySubject : news.subject, blanks),
    text: paragraphs(fill(greeting, blanks), fill(news.says[what], blanks), fill(ending, blanks)),
  }
}

type Told = {
  readonly news: SignInNews
  readonly language: Language
  readonly name: string
  readonly programme: string
  readonly stopCode?: string
}

type Invited = {
  readonly language: Language
  readonly name: string
  readonly organisation: string
  readonly inviter: string
  readonly token: string
  /** What the person was told beforehand. */
  readonly phrase: string
  readonly sender: Sender
}

/** Names are chosen by people, and this letter goes to whatever address one of them gives: no name may become a link. */
const named = (name: string): string => cut(defang(name).replace(/\b(\p{L})\[\.\](?=\p{L}\b)/gu, '$1.'), 60)

/** The only letter that shows an address: ours, once, for somebody who does not have it yet. */
export function invitationLetter({ language, name, organisation, inviter, token, phrase, sender }: Invited): NoticeWritten {
  const { invitation, greeting } = wordings[language]
  const blanks = {
    name: named(name),
    organisation: named(organisation),
    inviter: named(inviter || organisation),
    phrase,
    programme: sender.name,
  }
  return {
    subject: fill(invitation.subject, blanks),
    text: paragraphs(
      fill(greeting, blanks),
      fill(invitation.says, blanks),
      fill(invitation.phrase, blanks),
      `${invitation.address}\n${sender.publicAddress.replace(/\/+$/, '')}/join/${token}`,
      invitation.lives,
      fill(invitation.doubt, blanks),
    ),
  }
}

type Decided = { readonly language: Language; readonly organisation: string; readonly isAccepted: boolean; readonly programme: string }

/** Tells an applicant what became of it. The reasons stand in the page, where nobody else reads them. */
export function decisionLetter({ language, organisation, isAccepted, programme }: Decided): NoticeWritten {
  const { application } = wordings[language]
  const blanks = { organisation: named(organisation), programme }
  return {
    subject: fill(application.subject, blanks),
    text: paragraphs(
      fill(isAccepted ? application.accepted : application.refused, blanks),
      isAccepted ? application.acceptedNext : application.refusedNext,
    ),
  }
}

type Stopped = { readonly language: Language; readonly name: string; readonly host: string; readonly programme: string }

/** Tells an administrator that nothing is sent to an address of theirs any more. The host is written so that no mail program makes a link of it. */
export function stoppedLetter({ language, name, host, programme }: Stopped): NoticeWritten {
  const { webhook, greeting } = wordings[language]
  const blanks = { name: named(name), host: cut(defang(host), 80), programme }
  return {
    subject: fill(webhook.subject, blanks),
    text: paragraphs(fill(greeting, blanks), fill(webhook.says, blanks), webhook.next),
  }
}

type Ending = {
  readonly news: MembershipNews
  readonly language: Language
  readonly name: string
  readonly organisation: string
  /** The last day, at its midnight in UTC. */
  readonly day: Date
  readonly programme: string
}

/** Tells somebody that their part in an organisation is nearly over, or over. */
export function membershipLetter({ news, language, name, organisation, day, programme }: Ending): NoticeWritten {
  const { membership, greeting } = wordings[language]
  const says = membership[news]
  const blanks = { name: named(name), organisation: named(organisation), day: dayIn(day, language), programme }
  return {
    subject: fill(says.subject, blanks),
    text: paragraphs(fill(greeting, blanks), fill(says.says, blanks), fill(says.next, blanks)),
  }
}
