/** What can be seen of a personal account, in Spanish. Read aloud before it changes. */
import type { ProvidersKey } from './providers-en.ts'

export const providersSpanish: Readonly<Record<ProvidersKey, string>> = {
  'sight.link': 'Lo que podemos ver aquí',
  'sight.link-says': 'Y lo que solo puede ver usted.',
  'sight.title': 'Lo que podemos ver de {address}',
  'sight.lede': '{provider} enseña su registro de accesos solo a usted. Por eso no vemos quién entra aquí, y ningún otro programa puede.',
  'sight.lede-unsure': 'No conocemos ninguna manera de leer el registro de accesos de {provider}. Por eso no vemos quién entra aquí.',
  'sight.ways': 'Lo que enseña un poco más',
  'sight.mail': 'Leemos el correo nuevo',
  'sight.mail-says': 'Enseña el correo hostil que llega. No enseña accesos ni ajustes cambiados. Solo si usted quiere.',
  'sight.mail-on': 'Ya lo hacemos.',
  'sight.self': 'Usted mismo mira',
  'sight.self-says':
    'En {provider}, solo usted puede ver dónde tiene la sesión abierta, adónde se reenvía el correo y qué aplicaciones lo leen.',
  'sight.yours':
    'Esta página es solo suya. Su organización no sabe por nosotros que esta cuenta existe, salvo que usted lo haya permitido.',
}
