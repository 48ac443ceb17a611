/** The shape of the files of a programme, before its conditions are read. */
import { z } from 'zod'
import { languages } from '#kernel'
import { offices, products } from './facts.ts'
import { individuals } from './programme.ts'

const sentence = z.string().trim().min(1).max(600)
const said = z.strictObject({
  en: sentence,
  es: sentence.exactOptional(),
  fr: sentence.exactOptional(),
  de: sentence.exactOptional(),
})
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'an id is small letters, digits, dots and dashes')
  .max(60)
const day = z.iso.date('a day is written like 2026-11-03')
const condition = z.string().trim().min(1)

const rule = z
  .strictObject({
    id,
    says: said,
    refuses: condition.exactOptional(),
    asks: condition.exactOptional(),
    admits: condition.exactOptional(),
  })
  .refine(
    ({ refuses, asks, admits }) => [refuses, asks, admits].filter((one) => one !== undefined).length === 1,
    'a rule has exactly one of refuses, asks and admits',
  )

const facts = z.strictObject({
  kind: z.string(),
  office: z.enum(offices).default('none'),
  country: z.string().regex(/^[A-Z]{2}$/, 'a country is written like US'),
  region: z.string().default(''),
  product: z.enum(products).default('other'),
  people: z.int().min(1).default(10),
  date: day.exactOptional(),
})

const example = z.strictObject({
  facts,
  outcome: z.enum(['eligible', 'not-eligible', 'unsure']),
  /** The rules that must have made it, all of them. */
  because: z.array(id).min(1),
})

const status = z.enum(['open', 'closed', 'unknown'])

export const programmeDocument = z.strictObject({
  programme: id,
  version: z.string().trim().min(1).max(40),
  title: said,
  about: said,
  sources: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
  languages: z.array(z.enum(languages)).min(1),
  from: day.exactOptional(),
  until: day.exactOptional(),
  /** Whether people may enrol without an organisation, or only whom somebody of the programme invites. */
  individuals: z.enum(individuals).default('invited'),
  limits: z.strictObject({ organisations: z.int().min(1).exactOptional(), people: z.int().min(1).exactOptional() }).default({}),
  terms: z.strictObject({ version: z.string().trim().min(1).max(40), says: said }),
  other_countries: status,
  rules: z.array(rule).min(1).max(100),
  examples: z.array(example).min(1).max(200),
})

export const countryDocument = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'a country is written like US'),
  status,
  source: z.string().trim().min(1).max(400),
  since: day.exactOptional(),
  regions: z.record(z.string().regex(/^[A-Z0-9]{1,3}$/, 'a region is written like CA'), z.string().trim().min(1).max(80)).default({}),
  rules: z.array(rule).max(100).default([]),
  examples: z.array(example).min(1).max(100),
})

export type RuleDocument = z.infer<typeof rule>
export type ExampleDocument = z.infer<typeof example>
