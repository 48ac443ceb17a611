/** A un proveedor y de vuelta: demostrar un buzón, iniciar sesión. En español. */
import type { ElsewhereKey } from './elsewhere-en.ts'

export const elsewhereSpanish: Readonly<Record<ElsewhereKey, string>> = {
  'elsewhere.or': 'O sin el código',
  'elsewhere.says': 'Inicia sesión donde está este buzón. Sabremos que la dirección es tuya, y nada más.',
  'elsewhere.at': 'Iniciar sesión en {provider}',
  'elsewhere.title': 'A {provider}',
  'elsewhere.lede': 'Inicias sesión allí, y {provider} nos dice tu dirección y nada más.',
  'elsewhere.go': 'Seguir a {provider}',
  'elsewhere.lost': 'Este inicio de sesión no llevó a nada',
  'elsewhere.said-no':
    'El inicio de sesión en {provider} no se terminó, y no cambió nada. Inténtalo otra vez o escribe el código que enviamos.',
  'elsewhere.wrong':
    'La respuesta de {provider} no era correcta, así que no la creímos. Inténtalo otra vez o escribe el código que enviamos.',
  'elsewhere.down': 'No se puede llegar a {provider} en este momento. Escribe el código que enviamos, o inténtalo dentro de unos minutos.',
  'elsewhere.other-account':
    'En {provider} iniciaste sesión con una dirección distinta de {address}. Elige esa allí, o escribe el código que enviamos.',
  'elsewhere.not-vouched': '{provider} no puede responder por {address}, porque este buzón no es suyo. Escribe el código que enviamos.',
  'refusal.answer-not-awaited': 'Esta respuesta ya se usó, o llegó después de diez minutos. No cambió nada. Empieza otra vez.',
  'refusal.another-browser':
    'Este inicio de sesión empezó en otro navegador, o lo empezó otra persona. Aquí no cambió nada. Empieza otra vez.',
  'refusal.provider-not-set-up': 'Iniciar sesión allí no está preparado para esta dirección. Escribe el código que enviamos.',
  'refusal.provider-not-reached': 'No se puede llegar a {host} en este momento. Usa otro camino, o inténtalo dentro de unos minutos.',
}
