/** Who plays in the demo: three invented organisations and their people. */
import type { Language } from '#kernel'

export type Player = {
  readonly name: string
  readonly title: string
  readonly work: string
  /** Absent: nobody can be told but on the home page, which the queue shows. */
  readonly personal?: string
  readonly language: Language
  readonly role: 'member' | 'administrator'
}

export type Troupe = {
  readonly name: string
  readonly kind: 'campaign' | 'newsroom' | 'think-tank'
  readonly domain: string
  readonly people: readonly Player[]
}

export const cast: readonly Troupe[] = [
  {
    name: 'Hartley for Ohio',
    kind: 'campaign',
    domain: 'hartley-for-ohio.example',
    people: [
      {
        name: 'Dana Cole',
        title: 'Campaign manager',
        work: 'dana@hartley-for-ohio.example',
        personal: 'dana.r.cole@mail.example',
        language: 'en',
        role: 'administrator',
      },
      {
        name: 'Morgan Hartley',
        title: 'Candidate',
        work: 'morgan@hartley-for-ohio.example',
        personal: 'm.hartley@post.example',
        language: 'en',
        role: 'member',
      },
      {
        name: 'Lucía Ferrer',
        title: 'Treasurer',
        work: 'lucia@hartley-for-ohio.example',
        personal: 'lucia.ferrer@correo.example',
        language: 'es',
        role: 'member',
      },
    ],
  },
  {
    name: 'Center for Open Courts',
    kind: 'think-tank',
    domain: 'opencourts.example',
    people: [
      {
        name: 'Rae Imani',
        title: 'Director',
        work: 'rae@opencourts.example',
        personal: 'rae.imani@mail.example',
        language: 'en',
        role: 'administrator',
      },
      {
        name: 'Tomas Lind',
        title: 'Fellow',
        work: 'tomas@opencourts.example',
        personal: 'tlind@post.example',
        language: 'en',
        role: 'member',
      },
    ],
  },
  {
    name: 'Westlake Ledger',
    kind: 'newsroom',
    domain: 'westlakeledger.example',
    people: [
      {
        name: 'Jo Okafor',
        title: 'Editor',
        work: 'jo@westlakeledger.example',
        personal: 'jo.okafor@mail.example',
        language: 'en',
        role: 'administrator',
      },
      { name: 'Sam Perrin', title: 'Reporter', work: 'sam@westlakeledger.example', language: 'en', role: 'member' },
    ],
  },
]

export const players: readonly Player[] = cast.flatMap((troupe) => troupe.people)
