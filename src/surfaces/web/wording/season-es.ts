/** Time in an organisation, its season, and leaving, in Spanish. Read aloud before it changes. */
import type { seasonEnglish } from './season-en.ts'

export const seasonSpanish: Readonly<Record<keyof typeof seasonEnglish, string>> = {
  'time.kind': 'Pertenece como',
  'time.staff': 'Personal',
  'time.volunteer': 'Voluntariado',
  'time.vendor': 'Proveedor',
  'time.family': 'Familia',
  'time.ends': 'Último día (necesario para voluntariado y proveedores)',
  'time.until': '{kind}, hasta el {day}',
  'time.change': 'Plazo',
  'time.change-named': 'Plazo de {name}',
  'time.title': '¿Hasta cuándo pertenece {name}?',
  'time.lede':
    'Después del último día su parte termina sola. Una semana antes, y al terminar, les escribimos. Lo suyo propio sigue siendo suyo.',
  'time.keep': 'Guardar',
  'left.title': 'Quién se fue en los últimos 30 días',
  'left.lede': 'Puede recuperarlas. Su dirección de trabajo vuelve enseguida; permitir la lectura de su correo depende otra vez de ellas.',
  'left.none': 'Nadie se fue en los últimos 30 días.',
  'left.due': 'Pasó el último día',
  'left.removed': 'Retirada por la administración',
  'left.undo-until': 'Se puede recuperar hasta el {when}',
  'left.back': 'Recuperar',
  'left.back-named': 'Recuperar: {name}',
  'left.ends': 'Nuevo último día',
  'done.time-kept': 'El plazo está guardado.',
  'done.taken-back': 'La persona vuelve a pertenecer a la organización.',
  'refusal.end-date-missing': 'El voluntariado y los proveedores están por un tiempo: elija su último día.',
  'refusal.end-date-not-valid': 'El último día es una fecha desde hoy, dentro de cuatro años, como 2026-11-03.',
  'import.kind': 'Fila {row}: alguien es personal, voluntaria, proveedor o familia, no «{quote}»',
  'import.ends': 'Fila {row}: el último día es una fecha desde hoy, como 2026-11-03, no «{quote}»',
  'import.ends-missing': 'Fila {row}: «{quote}» necesita un último día, como el voluntariado y los proveedores',
}
