/** Ce que sont devenus les avis. */
import type { noticesEnglish } from './notices-en.ts'

export const noticesFrench: Readonly<Record<keyof typeof noticesEnglish, string>> = {
  'funnel.title': 'Ce que deviennent les avis',
  'funnel.notices': '{count} avis',
  'funnel.step': 'Étape',
  'funnel.people': 'Personnes',
  'funnel.share': 'Part',
  'funnel.median': 'La moitié en',
  'funnel.told': 'Prévenues',
  'funnel.seen': 'Vu',
  'funnel.verified': 'Vérifié comme authentique',
  'funnel.understood': 'Confirmé',
  'funnel.acted': 'Tout est fait',
  'published.title': 'Ce que nous avons signalé',
  'published.lede':
    'Combien d’avis nous avons envoyés chaque mois, et jusqu’où les gens sont allés. Pareil pour tous les partis, et aucun nombre ne parle d’une personne.',
  'published.months': 'Avis par mois',
  'published.month': 'Mois',
  'published.mistaken': 'Nous avions tort',
  'published.none': 'Aucun mois entier n’est encore terminé. Le premier paraîtra ici.',
  'published.few': 'Les nombres inférieurs à cinq ne sont pas montrés, pour ne parler de personne.',
  'published.fewer': 'moins de 5',
  'notice.proof': 'Preuve que vous avez été prévenu',
}
