/** Qué pasó con los avisos. */
import type { noticesEnglish } from './notices-en.ts'

export const noticesSpanish: Readonly<Record<keyof typeof noticesEnglish, string>> = {
  'funnel.title': 'Qué pasa con los avisos',
  'funnel.notices': '{count} avisos',
  'funnel.step': 'Paso',
  'funnel.people': 'Personas',
  'funnel.share': 'Parte',
  'funnel.median': 'La mitad en',
  'funnel.told': 'Avisadas',
  'funnel.seen': 'Visto',
  'funnel.verified': 'Comprobado como auténtico',
  'funnel.understood': 'Confirmado',
  'funnel.acted': 'Todo hecho',
  'published.title': 'Lo que avisamos',
  'published.lede':
    'Cuántos avisos enviamos cada mes, y hasta dónde llegó la gente con ellos. Igual para todos los partidos, y ningún número habla de una persona.',
  'published.months': 'Avisos por mes',
  'published.month': 'Mes',
  'published.mistaken': 'Nos equivocamos',
  'published.none': 'Aún no ha terminado ningún mes completo. El primero aparecerá aquí.',
  'published.few': 'Los números menores de cinco no se muestran, para que no hablen de nadie.',
  'published.fewer': 'menos de 5',
  'notice.proof': 'Prueba de que le avisamos',
}
