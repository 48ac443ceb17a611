/** Eligibility: who may join a programme, decided by published rules that cannot read a party or an opinion. */
export { type Decision, decide } from './decide.ts'
export { type Facts, offices, products } from './facts.ts'
export type { Country, CountryStatus, Effect, Outcome, Programme, Rule, Said } from './programme.ts'
export type { Problem } from './read-file.ts'
export { type ProgrammeFiles, readProgramme } from './read-programme.ts'
export { type Change, type ChangeableFact, whatWouldChange } from './what-would-change.ts'
