/** Registered tests. The law is migrations/0045-simulations.sql. */

export type SimulationTable = {
  id: string
  organisation_id: string
  name: string
  begins_at: Date
  ends_at: Date
  senders: string[]
  link_hosts: string[]
  subject_words: string[]
  contact: string
  registered_at: Date
  registered_by: string | null
  ended_at: Date | null
  ended_by: string | null
}

export type SimulationMailTable = {
  account_id: string
  message_hash: Buffer
  simulation_id: string
  person_id: string
  organisation_id: string
  arrived_at: Date
  noticed_at: Date
}
