/** Somebody introduces themselves as of a house whose name opens doors, from an address that is not that house's, and would like to talk. Often there is no link yet: the trick comes after the answer. */
import { claimedHouses } from '../claimed-houses.ts'
import { ledAside, madeSecret, wantedThings } from '../evasion.ts'
import { letterheadTwin } from '../letterhead-twin.ts'
import { openness } from '../open-dealing.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, isBulk, talksShop, teaches } from '../sender.ts'

/** The first thing that the letter would know of its reader; questions within an address of a page are none. */
const questionIn = (text: string): string | undefined =>
  /(?:^|[.!?\n])([^.!?\n]{8,160}\?)(?=\s|$)/.exec(text.slice(0, 3000).replace(/https?:\S+/g, ' '))?.[1]?.trim()

export const claimedInstitute: Rule = {
  id: 'mail.claimed-institute',
  severity: 'high',
  attack: ['T1598', 'T1656'],
  title: {
    en: 'A mail claims an institute that it does not come from',
    es: 'Un correo dice venir de una institución de la que no viene',
    fr: 'Un courriel se réclame d’une institution dont il ne vient pas',
    de: 'Eine E-Mail beruft sich auf eine Einrichtung, von der sie nicht kommt',
  },
  tells: {
    en: 'It speaks for {house} (“{ask}”), but it comes from {address}, which is not theirs.',
    es: 'Habla en nombre de {house} («{ask}»), pero viene de {address}, que no es de ellos.',
    fr: 'Il parle au nom de {house} (« {ask} »), mais il vient de {address}, qui n’est pas à eux.',
    de: 'Die E-Mail spricht für {house} („{ask}“), kommt aber von {address}, und das gehört nicht dazu.',
  },
  advises: {
    en: 'Do not answer yet. Find {house} yourself, call there and ask whether this person writes to you.',
    es: 'No responda todavía. Busque usted mismo {house}, llame y pregunte si esa persona le escribe.',
    fr: 'Ne répondez pas encore. Cherchez vous-même {house}, appelez et demandez si cette personne vous écrit.',
    de: 'Antworten Sie noch nicht. Suchen Sie {house} selbst, rufen Sie dort an und fragen Sie, ob diese Person Ihnen schreibt.',
  },
  clearable: true,
  look: (mail) => {
    const { says, message } = mail
    if (mail.relation !== 'stranger' || isBulk(mail) || teaches(mail) || mail.text.length > 6000 || mail.web.length > 8) return undefined
    const twin = letterheadTwin(mail)
    const invite = says.together(['invite'])
    const engage = says.together(['engage'], { without: ['spared'] }) ?? says.together(['answer'], { without: ['spared'] })
    const wanted = wantedThings(mail)
    const [thing] = wanted.values()
    const aside = ledAside(mail)
    const secret = madeSecret(mail)
    const asks =
      says.together(['ask'], { without: ['spared'] }) ?? says.together(['wish'], { without: ['spared'] }) ?? questionIn(mail.text)
    const talk = invite !== undefined && (engage ?? thing ?? aside ?? says.together(['handOver']) ?? questionIn(mail.text)) !== undefined
    const claim = claimedHouses(mail)[0] ?? twin
    // Houses do have a second domain: one with another word behind the name counts only where something is wanted.
    const cousin = twin !== undefined && !twin.isTwin
    if (claim === undefined) return undefined
    // Nothing is asked, nothing brought, and it says so: there is nothing to fall for.
    const idle =
      says.has('spared') &&
      engage === undefined &&
      thing === undefined &&
      asks === undefined &&
      mail.web.length === 0 &&
      mail.files.length === 0
    if (idle && aside === undefined && secret === undefined) return undefined
    // A famous name is lent by an address that plays with it: what is asked for hardly matters.
    const played = claim.known && (claim.resembles || mail.freeMail)
    const approached = engage !== undefined || asks !== undefined || claim.resembles
    if (
      !talk &&
      thing === undefined &&
      (twin === undefined || (cousin && engage === undefined && asks === undefined)) &&
      !(claim.known && approached)
    )
      return undefined
    // Who wants no answer, or lets themselves be asked, and nothing of their reader.
    const open = openness(mail) > 0 && thing === undefined && aside === undefined && secret === undefined && !claim.resembles
    if (open && !talk) return undefined
    const ask = says.together(['invite', 'engage'], { within: 1 }) ?? thing ?? invite ?? engage ?? asks ?? message.subject
    const hides = aside !== undefined || secret !== undefined
    const person = says.together(['introduces', 'role']) !== undefined || says.has('role')
    // A student who asks who decides is looked up where they study.
    const traceable = openness(mail) > 0 || says.has('faceToFace', 'checkElsewhere')
    const box = message.from.address.split('@')[0] ?? ''
    const points = sum(
      [claim.known, 66],
      [played && !talk && thing === undefined, 20],
      [claim.known && !claim.resembles && !mail.freeMail && !claim.linked, 12],
      [claim.known && claim.resembles && !mail.freeMail, 15],
      [!claim.known && claim.formal, mail.freeMail || answersElsewhere(mail) ? 50 : 42],
      [!claim.known && !claim.formal, 20],
      [talk, 25],
      [thing !== undefined, 25],
      [aside !== undefined, 22],
      [secret !== undefined, 18],
      [twin !== undefined, cousin ? 48 : 60],
      [person, 15],
      [says.has('later'), 12],
      [claim.inName, 10],
      [mail.freeMail && claim.labels.some((label) => label.length > 3 && box.includes(label)), 10],
      [!mail.freeMail && claim.resembles, claim.known ? 25 : 15],
      [answersElsewhere(mail), 20],
      [mail.shadyDomain, 15],
      [claim.onBehalf && !mail.freeMail && !claim.known && !hides, -30],
      // Whoever has a letterhead imitated is no student who writes from where they can.
      [twin === undefined && says.has('ownWork') && secret === undefined && (!wanted.has('inquiries') || traceable), -45],
      [claim.linked && !hides, -25],
      // Who approaches a stranger sends no page full of links.
      [mail.web.length > 3, -45],
      [says.has('faceToFace') && secret === undefined, twin === undefined ? -45 : -20],
      [open, claim.known ? -20 : -30],
      [says.has('localLife'), -30],
      [talksShop(mail) && !claim.inName && twin === undefined, -70],
    )
    return points < 40
      ? undefined
      : {
          facts: {
            house: fact(claim.name),
            ask: fact(ask),
            address: fact(
              message.replyTo !== undefined && answersElsewhere(mail) && !mail.freeMail ? message.replyTo.address : message.from.address,
            ),
          },
          evidence: [quoteFrom(mail), quoteWords(claim.said), quoteWords(ask)],
          points,
          // Whoever is of a famous house does not write from a free mailbox, or from a name that plays with it: that is no matter of tone.
          aTale: !((played && (talk || thing !== undefined)) || twin !== undefined),
        }
  },
  examples: { fires: 'hostile/persona-fellow', quiet: 'honest/persona-own-domain' },
}
