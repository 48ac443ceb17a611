/**
 * What a process must know before it can open the database: where its data
 * lies, where it listens, which roles it plays. Read once at start from the
 * environment and from a file; what an operator changes while it runs is in
 * settings.ts.
 */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { refusal } from '#kernel'
import { providersInEnvironment } from './settings/providers-in-environment.ts'
import { fixedSettings, type ProgrammeSettings } from './settings/schema.ts'

const roles = ['web', 'worker', 'ingest'] as const
export type Role = (typeof roles)[number]

const kek = z.union([
  z.strictObject({ file: z.string().min(1) }),
  /** A program and its arguments; the key is what it prints, 32 bytes in base64. */
  z.strictObject({ command: z.array(z.string()).min(1) }),
])

/** `9.9.9.9`, `9.9.9.9:53`, `[2620:fe::fe]:53`, `2620:fe::fe`. */
function isResolver(text: string): boolean {
  if (isIP(text) !== 0) return true
  const [, host = '', port = '53'] = /^(?:\[([\da-f:.]+)\])(?::(\d{1,5}))?$/i.exec(text) ?? /^([\d.]+):(\d{1,5})$/.exec(text) ?? []
  return isIP(host) !== 0 && Number(port) > 0 && Number(port) < 65_536
}

const resolvers = z.array(z.string().refine(isResolver, 'a resolver is an address such as 9.9.9.9')).max(8)

const fileSchema = z.strictObject({
  dataDir: z.string().min(1).optional(),
  host: z.string().min(1).optional(),
  port: z.int().min(0).max(65535).optional(),
  databaseUrl: z.string().min(1).optional(),
  databaseOwnerUrl: z.string().min(1).optional(),
  kek: kek.optional(),
  /** Where the report and bounce addresses are received; without it the intake sleeps. */
  intake: z.strictObject({ host: z.string().default('127.0.0.1'), port: z.int().min(0).max(65535) }).optional(),
  /** `off` judges mail without asking any name server. */
  dns: z.enum(['system', 'off']).optional(),
  /** Name servers that are asked about applicants' domains, such as 9.9.9.9 or 127.0.0.1:5353; several see through one that lies. Without them, the system's. */
  resolvers: resolvers.optional(),
  /** Forwarders and lists of your own whose ARC seal is believed, as domains. */
  trustedSealers: z.array(z.string().trim().toLowerCase().min(3).max(253)).max(200).optional(),
  pollSeconds: z.int().min(5).max(3600).optional(),
  threads: z.int().min(1).max(64).optional(),
  /** The same settings that the page shows; what stands here cannot be changed there. */
  settings: fixedSettings.optional(),
})
type ConfigFile = z.infer<typeof fileSchema>

export type Config = {
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly roles: readonly Role[]
  readonly databaseUrl?: string
  readonly databaseOwnerUrl?: string
  readonly kek: z.infer<typeof kek>
  readonly intake?: { readonly host: string; readonly port: number }
  readonly dns: 'system' | 'off'
  readonly resolvers: readonly string[]
  readonly trustedSealers: readonly string[]
  readonly pollSeconds: number
  readonly threads: number
  readonly fixed: Partial<ProgrammeSettings>
}

export type Environment = Readonly<Record<string, string | undefined>>

/** `BELLWETHER_SMTP_PASSWORD_FILE=/run/secrets/x` reads as `BELLWETHER_SMTP_PASSWORD`. */
function value(environment: Environment, name: string): string | undefined {
  const path = environment[`${name}_FILE`]
  return path ? readFileSync(path, 'utf8').trim() : environment[name] || undefined
}

/** A whole number of the environment; undefined where it is not set. */
function wholeNumber(environment: Environment, name: string, [least, most]: readonly [number, number]): number | undefined {
  const text = environment[name]
  if (text === undefined || text === '') return undefined
  const number = Number(text)
  if (/^\d+$/.test(text.trim()) && number >= least && number <= most) return number
  throw refusal('config-wrong', `${name} is "${text}", but must be a whole number from ${least} to ${most}.`)
}

const ports = [0, 65_535] as const

function resolversOf(environment: Environment): readonly string[] | undefined {
  const text = environment['BELLWETHER_RESOLVERS']
  if (!text) return undefined
  const read = resolvers.safeParse(text.split(',').map((one) => one.trim()))
  if (read.success) return read.data
  throw refusal(
    'config-wrong',
    `BELLWETHER_RESOLVERS is "${text}", but must be addresses such as 9.9.9.9 or 127.0.0.1:5353, with commas between.`,
  )
}

function readFile(path: string, named: boolean): ConfigFile {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if (!named) return {}
    throw refusal('config-unreadable', `The configuration file ${path} cannot be read.`, { cause })
  }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw refusal(
      'config-not-json',
      `The configuration file ${path} is not valid JSON: ${cause instanceof Error ? cause.message : 'it cannot be read'}.`,
      { cause },
    )
  }
  const read = fileSchema.safeParse(content)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw refusal('config-wrong', `In ${path}, "${issue?.path.join('.') || 'the file'}" is not right: ${issue?.message}.`)
}

function fixedInEnvironment(environment: Environment): Partial<ProgrammeSettings> {
  const read = fixedSettings.safeParse(providersInEnvironment((name) => value(environment, name)))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw refusal('config-wrong', `In the environment, "${issue?.path.join('.')}" is not right: ${issue?.message}.`)
}

function readRoles(text: string | undefined): readonly Role[] {
  if (!text) return roles
  const named = text.split(',').map((part) => part.trim())
  const unknown = named.find((part) => !roles.some((role) => role === part))
  if (unknown !== undefined) throw refusal('unknown-role', `There is no role "${unknown}"; the roles are ${roles.join(', ')}.`)
  return roles.filter((role) => named.includes(role))
}

/** Reads the configuration; a `refusal` names the file and the entry that is wrong. */
export function readConfig(environment: Environment, options: { roles?: string; cores: number }): Config {
  const dataDir = resolve(value(environment, 'BELLWETHER_DATA') ?? besideTheCheckout)
  const named = environment['BELLWETHER_CONFIG']
  const file = readFile(named ?? join(dataDir, 'bellwether.json'), named !== undefined)
  const databaseUrl = value(environment, 'DATABASE_URL') ?? file.databaseUrl
  const databaseOwnerUrl = value(environment, 'DATABASE_OWNER_URL') ?? file.databaseOwnerUrl
  const port = wholeNumber(environment, 'PORT', ports) ?? wholeNumber(environment, 'BELLWETHER_PORT', ports)
  const intakePort = wholeNumber(environment, 'BELLWETHER_INTAKE_PORT', ports)
  const intake = intakePort === undefined ? file.intake : { host: environment['BELLWETHER_INTAKE_HOST'] ?? '127.0.0.1', port: intakePort }
  return {
    dataDir: file.dataDir ? resolve(file.dataDir) : dataDir,
    host: environment['BELLWETHER_HOST'] ?? file.host ?? '127.0.0.1',
    port: port ?? file.port ?? 8080,
    roles: readRoles(options.roles),
    ...(databaseUrl && { databaseUrl }),
    ...(databaseOwnerUrl && { databaseOwnerUrl }),
    kek: file.kek ?? { file: join(dataDir, 'keys', 'kek') },
    ...(intake && { intake }),
    dns: environment['BELLWETHER_DNS'] === 'off' ? 'off' : (file.dns ?? 'system'),
    resolvers: resolversOf(environment) ?? file.resolvers ?? [],
    trustedSealers: file.trustedSealers ?? [],
    pollSeconds: wholeNumber(environment, 'BELLWETHER_POLL_SECONDS', [5, 3600]) ?? file.pollSeconds ?? 60,
    threads: wholeNumber(environment, 'BELLWETHER_THREADS', [1, 64]) ?? file.threads ?? Math.max(1, Math.min(8, options.cores)),
    fixed: { ...file.settings, ...fixedInEnvironment(environment) },
  }
}

/** `data/` in the checkout: easy to find, easy to copy, and two checkouts never share it. */
const besideTheCheckout = join(import.meta.dirname, '..', '..', 'data')
