/** Time in an organisation, its season, and leaving, in French. Read aloud before it changes. */
import type { seasonEnglish } from './season-en.ts'

export const seasonFrench: Readonly<Record<keyof typeof seasonEnglish, string>> = {
  'time.kind': 'Fait partie comme',
  'time.staff': 'Équipe',
  'time.volunteer': 'Bénévole',
  'time.vendor': 'Prestataire',
  'time.family': 'Famille',
  'time.ends': 'Dernier jour (nécessaire pour bénévoles et prestataires)',
  'time.until': '{kind}, jusqu’au {day}',
  'time.change': 'Durée',
  'time.change-named': 'Durée de {name}',
  'time.title': 'Jusqu’à quand {name} en fait partie ?',
  'time.lede':
    'Après le dernier jour, sa participation se termine d’elle-même. Une semaine avant, puis à la fin, nous lui écrivons. Ce qui est à elle ou à lui le reste.',
  'time.keep': 'Garder',
  'left.title': 'Parties ces 30 derniers jours',
  'left.lede':
    'Vous pouvez les reprendre. Leur adresse professionnelle revient aussitôt ; elles seules permettent à nouveau la lecture du courrier.',
  'left.none': 'Personne n’est parti ces 30 derniers jours.',
  'left.due': 'Le dernier jour est passé',
  'left.removed': 'Retrait par l’administration',
  'left.undo-until': 'Reprise possible jusqu’au {when}',
  'left.back': 'Reprendre',
  'left.back-named': 'Reprendre : {name}',
  'left.ends': 'Nouveau dernier jour',
  'done.time-kept': 'La durée est gardée.',
  'done.taken-back': 'La personne fait de nouveau partie de l’organisation.',
  'refusal.end-date-missing': 'Bénévoles et prestataires sont là pour un temps : choisissez leur dernier jour.',
  'refusal.end-date-not-valid': 'Le dernier jour est une date à partir d’aujourd’hui, dans les quatre ans, comme 2026-11-03.',
  'import.kind': 'Ligne {row} : une personne est équipe, bénévole, prestataire ou famille, pas « {quote} »',
  'import.ends': 'Ligne {row} : le dernier jour est une date à partir d’aujourd’hui, comme 2026-11-03, pas « {quote} »',
  'import.ends-missing': 'Ligne {row} : « {quote} » a besoin d’un dernier jour, comme bénévoles et prestataires',
}
