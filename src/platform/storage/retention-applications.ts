/**
 * Who applied is not kept for ever. What was never sent in goes whole; of what was decided the contacts go, and what was proved, decided and why stays. An
 * application that waits for its proofs or for a person is nobody's to take.
 */
import type { RetentionRule } from './retention-rule.ts'

/** Small enough that an applicant who comes by in the same moment does not wait for a night's work. */
const applicationsAtOnce = 500

/** Those that somebody holds just now are left for the next night. */
const batch = (where: string) => `select id, answers from bellwether.application where ${where} order by id limit $2 for update skip locked`

const gone = (where: string) => `delete from bellwether.application where id in (select id from (${batch(where)}) due)`

const contactsGone = (state: 'refused' | 'accepted') => `with due as (
    ${batch(`state = '${state}' and decided_at < $1 and (contact_folded <> '' or second_folded <> '')`)}
  ), said as (
    update bellwether.application_opinion o set reason = bellwether.unsaid(bellwether.unsaid(o.reason, due.answers -> 'contact'), due.answers -> 'second')
    from due where o.application_id = due.id
  )
  update bellwether.application a set answers = bellwether.without_contacts(a.answers, true, true), contact_folded = '', second_folded = '', code_hash = null
  from due where a.id = due.id`

export const applicationRules: readonly RetentionRule[] = [
  {
    what: 'drafts of applications',
    days: (n) => n.draftDays,
    statement: gone("state = 'draft' and changed_at < $1"),
    atOnce: applicationsAtOnce,
  },
  {
    what: 'withdrawn applications',
    days: () => 1,
    statement: gone("state = 'withdrawn' and changed_at < $1"),
    atOnce: applicationsAtOnce,
  },
  {
    what: 'refused applications',
    days: (n) => n.incidentDays,
    statement: gone("state = 'refused' and decided_at < $1"),
    atOnce: applicationsAtOnce,
  },
  {
    what: 'contacts of refused applications',
    days: (n) => n.refusedContactDays,
    statement: contactsGone('refused'),
    atOnce: applicationsAtOnce,
  },
  // The members have rows of their own since the decision, which go by their own rules.
  {
    what: 'contacts of accepted applications',
    days: (n) => n.acceptedContactDays,
    statement: contactsGone('accepted'),
    atOnce: applicationsAtOnce,
  },
]
