/** What an attacker can write for nothing, and what many an honest mail has: one more line, a header, a foot. */
import { eachLeaf, headerOf, isText, type Part, textOf, withHeader, withText } from './mail-parts.ts'

export type Excuse = (mail: Part) => Part

/** More words at the end of what is read. */
export const withWords =
  (more: string): Excuse =>
  (mail) =>
    eachLeaf(mail, (leaf) => {
      if (!isText(leaf)) return leaf
      const isPage = /html/i.test(headerOf(leaf, 'content-type'))
      const text = textOf(leaf)
      return withText(leaf, isPage ? text.replace(/(?=<\/body>)|$/i, more.replace(/\n/g, '<br>')) : `${text}\n${more}`)
    }) ?? mail
const withList: Excuse = (mail) => withHeader(mail, 'List-Id', 'Team news <news.riverton-news.example>')
const withThread: Excuse = (mail) =>
  withWords('\nOn Mon, 3 Jun 2026 at 09:12, Marta Soler wrote:\n> Thank you, let us speak of it next week when everybody is back.\n')(
    withHeader(withHeader(mail, 'In-Reply-To', '<q1@x.example>'), 'Subject', `Re: ${headerOf(mail, 'subject')}`),
  )
const withWayOut = withWords('\nTo unsubscribe from these emails, reply STOP.\n')
const withWarning = withWords('\nBeware of phishing: we never ask for your password by e-mail. Fraudsters may impersonate us.\n')
const withSmallPrint = withWords(
  '\nThis message is confidential and intended only for the addressee. If that is not you, please delete it.\n'.repeat(8),
)
const withFiller = withWords(
  'The walking group went to the coast on Sunday and came home late with wet shoes and good stories to tell.\n'.repeat(180),
)
const withOpenness = withWords(
  '\nThere is no hurry. If you would rather not, that is quite all right. Do ask Marta, she knows about it, or ring the office on the number you know.\n',
)
/** Small talk before the matter. */
const withSmallTalk: Excuse = (mail) =>
  eachLeaf(mail, (leaf) => {
    if (!isText(leaf)) return leaf
    const isPage = /html/i.test(headerOf(leaf, 'content-type'))
    const text = textOf(leaf)
    return withText(leaf, isPage ? text.replace(/(<body[^>]*>|^)/i, `$1<p>${smallTalk}</p>`) : `${smallTalk}\n\n${text}`)
  }) ?? mail
const smallTalk = 'I hope the picnic was a success in spite of the rain. The choir sang well, and the children liked the donkeys best.'
const withAll: Excuse = (mail) => [withList, withThread, withWayOut, withWarning].reduce((worse, excuse) => excuse(worse), mail)

export const cheapExcuses = {
  withList,
  withWayOut,
  withWarning,
  withSmallPrint,
  withFiller,
  withThread,
  withOpenness,
  withSmallTalk,
  withAll,
} as const satisfies Readonly<Record<string, Excuse>>
