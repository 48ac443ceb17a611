/** A verdict as a person is told it: one sentence, at most three reasons with what they rest on, one piece of advice, and what was found in order. */
import type { Evidence, Finding, Language, Severity, Verdict } from '#kernel'
import { advice } from './detect/advice.ts'
import { checkIn } from './detect/checks.ts'
import type { Wording } from './detect/wording.ts'
import type { Inspection } from './inspect.ts'
import { adviseIn, sayIn, whereIn } from './say.ts'

export type Explanation = {
  /** `Dangerous`, `Be careful`, `Looks fine`. */
  readonly name: string
  /** The same as a sentence. */
  readonly verdict: string
  /** At most three, the gravest first; each quotes what it rests on. */
  readonly reasons: readonly {
    readonly id: string
    readonly severity: Severity
    readonly says: string
    readonly evidence: readonly Evidence[]
  }[]
  /** One, from the gravest reason. */
  readonly advice: string
  /** What was found in order, and what could not be looked at; nothing of it excuses a dangerous mail. */
  readonly checked: readonly string[]
}

export const verdictNames: Readonly<Record<Verdict, Wording>> = {
  dangerous: { en: 'Dangerous', es: 'Peligroso', fr: 'Dangereux', de: 'Gefährlich' },
  careful: { en: 'Be careful', es: 'Cuidado', fr: 'Prudence', de: 'Vorsicht' },
  fine: { en: 'Looks fine', es: 'Parece bueno', fr: 'Semble en ordre', de: 'Sieht gut aus' },
}

export const verdictSentences: Readonly<Record<Verdict, Wording>> = {
  dangerous: {
    en: 'Dangerous: this mail tries to trick you.',
    es: 'Peligroso: este correo intenta engañarle.',
    fr: 'Dangereux : ce courriel cherche à vous tromper.',
    de: 'Gefährlich: Diese E-Mail soll Sie täuschen.',
  },
  careful: {
    en: 'Be careful: something about this mail is odd.',
    es: 'Cuidado: hay algo extraño en este correo.',
    fr: 'Prudence : quelque chose est étrange dans ce courriel.',
    de: 'Vorsicht: An dieser E-Mail ist etwas seltsam.',
  },
  fine: {
    en: 'Looks fine: we found nothing wrong with this mail.',
    es: 'Parece bueno: no hallamos nada malo en este correo.',
    fr: 'Semble en ordre : nous n’avons rien trouvé de mauvais dans ce courriel.',
    de: 'Sieht gut aus: An dieser E-Mail fanden wir nichts Falsches.',
  },
}

/** When no reason has an advice of its own. */
export const usualAdvice: Readonly<Record<Verdict, Wording>> = {
  dangerous: {
    en: 'Do not answer it, and open nothing in it.',
    es: 'No lo responda ni abra nada de lo que trae.',
    fr: 'N’y répondez pas et n’en ouvrez rien.',
    de: 'Antworten Sie nicht, und öffnen Sie nichts darin.',
  },
  careful: {
    en: 'Do nothing that it asks for until you asked the sender on a number you already have.',
    es: 'No haga nada de lo que pide hasta preguntar al remitente en un número que usted ya tenga.',
    fr: 'Ne faites rien de ce qu’il demande avant d’avoir demandé à l’expéditeur, à un numéro que vous avez déjà.',
    de: 'Tun Sie nichts, was sie verlangt, bis Sie den Absender unter einer Nummer gefragt haben, die Sie schon haben.',
  },
  fine: {
    en: 'You can use it as usual. If it still feels odd, ask the sender on a number you already have.',
    es: 'Puede usarlo como siempre. Si aún le parece raro, pregunte al remitente en un número que usted ya tenga.',
    fr: 'Vous pouvez l’utiliser comme d’habitude. S’il vous paraît encore étrange, demandez à l’expéditeur, à un numéro que vous avez déjà.',
    de: 'Sie können sie wie gewohnt benutzen. Wenn sie Ihnen noch seltsam vorkommt, fragen Sie den Absender unter einer Nummer, die Sie schon haben.',
  },
}

/** What is said of an inspection, in one language. A mail that looks fine has no reasons, whatever small signs were weighed. */
export function explanationOf(
  { verdict, reasons, checked }: Pick<Inspection, 'verdict' | 'reasons' | 'checked'>,
  language: Language,
): Explanation {
  const told = verdict === 'fine' ? [] : reasons
  const action = adviceOf(language, told)
  return {
    name: verdictNames[verdict][language],
    verdict: verdictSentences[verdict][language],
    reasons: told.map((finding) => reasonIn(language, finding)),
    advice: action === '' ? usualAdvice[verdict][language] : action,
    checked: verdict === 'dangerous' ? [] : checked.flatMap((id) => checkIn(language, id) ?? []),
  }
}

/** The one thing to do: what the gravest reason says that names an action. Empty when each only says to look closely. */
export const adviceOf = (language: Language, reasons: readonly Finding[]): string =>
  reasons.map((finding) => adviseIn(language, finding)).find((one) => one !== '' && one !== advice.lookClosely[language]) ?? ''

const reasonIn = (language: Language, finding: Finding): Explanation['reasons'][number] => ({
  id: finding.id,
  severity: finding.severity,
  says: sayIn(language, finding),
  evidence: finding.evidence.map((one) => ({ ...one, where: whereIn(language, one.where) })),
})
