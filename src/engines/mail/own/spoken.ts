/** What the engine says when a list or an indicator of the operator speaks. A rule says its own sentences. */
import type { Rule } from '../detect/rule.ts'

type Spoken = Omit<Rule, 'look' | 'examples'>

const blockedWords = {
  title: {
    en: 'A mail from, or to, something the operator blocked',
    es: 'Un correo con algo que el operador ha bloqueado',
    fr: 'Un courriel contient quelque chose que l’opérateur a bloqué',
    de: 'Eine Mail mit etwas, das der Betreiber gesperrt hat',
  },
  tells: {
    en: '{what} is blocked here: {reason}.',
    es: '{what} está bloqueado aquí: {reason}.',
    fr: '{what} est bloqué ici : {reason}.',
    de: '{what} ist hier gesperrt: {reason}.',
  },
  advises: {
    en: 'Do not answer and open nothing in it. If you think this is a mistake, ask your administrator.',
    es: 'No responda ni abra nada de él. Si cree que es un error, pregunte a su administrador.',
    fr: 'Ne répondez pas et n’ouvrez rien. Si vous pensez à une erreur, demandez à votre administrateur.',
    de: 'Antworten Sie nicht und öffnen Sie nichts darin. Wenn Sie das für einen Irrtum halten, fragen Sie Ihre Administration.',
  },
}

const indicatorWords = {
  title: {
    en: 'A mail holds what is known from other attacks',
    es: 'Un correo contiene algo conocido de otros ataques',
    fr: 'Un courriel contient ce que l’on connaît d’autres attaques',
    de: 'Eine Mail enthält, was von anderen Angriffen bekannt ist',
  },
  tells: {
    en: '{what} is known from attacks on others ({source}).',
    es: '{what} se conoce por ataques a otras personas ({source}).',
    fr: '{what} est connu par des attaques contre d’autres ({source}).',
    de: '{what} ist von Angriffen auf andere bekannt ({source}).',
  },
  advises: {
    en: 'Do not answer and open nothing in it. If you already did, tell your administrator now.',
    es: 'No responda ni abra nada de él. Si ya lo hizo, avise ahora a su administrador.',
    fr: 'Ne répondez pas et n’ouvrez rien. Si vous l’avez déjà fait, prévenez maintenant votre administrateur.',
    de: 'Antworten Sie nicht und öffnen Sie nichts darin. Wenn es schon geschehen ist, sagen Sie es jetzt Ihrer Administration.',
  },
}

export const blocked: Spoken = { id: 'own.blocked', severity: 'high', attack: ['T1566'], clearable: false, ...blockedWords }

/** A source that is sure is believed also of a known sender, whose mailbox or page may be stolen. */
export const indicated: Spoken = { id: 'own.indicator', severity: 'high', attack: ['T1566'], clearable: false, ...indicatorWords }
export const perhapsIndicated: Spoken = { ...indicated, severity: 'medium', clearable: true }

/** By id, for those who put findings into words. */
export const spoken: ReadonlyMap<string, Spoken> = new Map([blocked, indicated].map((one) => [one.id, one]))
