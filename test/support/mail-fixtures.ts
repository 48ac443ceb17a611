/** Reads the hand-made mails under fixtures/mail for tests of several rooms. */
import { readdirSync, readFileSync } from 'node:fs'

const home = new URL('../../fixtures/mail/', import.meta.url)

export type FixtureKind = 'hostile' | 'honest' | 'broken' | 'history' | 'files/hostile' | 'files/honest'

/** The names (`hostile/device-code`) of all mails of a kind. */
export const fixtureNames = (kind: FixtureKind): readonly string[] =>
  readdirSync(new URL(`${kind}/`, home))
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => `${kind}/${name.slice(0, -4)}`)

/** The bytes of one mail by its name. */
export const fixtureMail = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`${name}.eml`, home)))

/** The invented organisation that the fixtures write to. */
export const riverton = {
  organisation: { name: 'Riverton Forward', domains: ['riverton.example'] },
  people: [
    { name: 'Jane Okafor', addresses: ['jane.okafor@riverton.example'], role: 'treasurer' },
    { name: 'Marta Soler', addresses: ['marta.soler@riverton.example'], role: 'chair' },
    { name: 'Ana Ruiz', addresses: ['ana.ruiz@riverton.example'], role: 'staff' },
  ],
  vendors: [{ name: 'Print House', domains: ['printhouse.example'] }],
  brands: [{ name: 'Elena Brandt for Senate', domains: ['brandtforsenate.example'] }],
} as const
