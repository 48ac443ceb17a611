/** The commands. Each command's code is loaded when it is called, so that `scan` needs no database. */
import { Command } from 'commander'
import { isTrouble, sentenceOf } from '#kernel'
import type { ScanFlags } from './app/commands/scan.ts'

const program = new Command('bellwether')
  .description('Account protection for the organisations that carry a democracy.')
  .exitOverride((exit) => {
    process.exit(exit.exitCode === 0 ? 0 : 2)
  })

/** An option that is given once for each value. */
const oneMore = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]

program
  .command('scan')
  .description('inspect mails in files, directories, mboxes, or from standard input')
  .argument('<paths...>', 'files or directories; - is standard input')
  .option('--org <file>', 'org.json: names, people, vendors and brands to watch for')
  .option('--authserv <ids...>', 'authserv-ids whose Authentication-Results are believed, instead of the topmost one')
  .option('--dns', 'look up SPF, DKIM and DMARC with the system resolver')
  .option('--rules <file>', 'a rule of your own, or a directory of them; may be given several times', oneMore)
  .option('--indicators <file>', 'a STIX 2.1 bundle or MISP events to look for; may be given several times', oneMore)
  .option('--fail-on <severity>', 'exit with 1 when a finding reaches this severity')
  .option('--lang <language>', 'en, es, fr or de: the language of what is printed for people')
  .option('--json', 'one JSON object a line')
  .action(async (paths: string[], flags: ScanFlags) => {
    const { scanCommand } = await import('./app/commands/scan.ts')
    process.exitCode = await scanCommand(paths, flags)
  })

const evaluate = program.command('eval').description('the measures of the design on a pack of labelled data')
evaluate
  .command('mail')
  .description('how many hostile mails are found, and how many honest ones are flagged')
  .requiredOption('--pack <dir>', 'a folder with index.tsv and the mails it lists')
  .option('--json', 'one JSON object a line')
  .action(async (flags: { pack: string; json?: boolean }) => {
    const { evalMailCommand } = await import('./app/commands/eval.ts')
    process.exitCode = await evalMailCommand(flags)
  })

program
  .command('start')
  .description('run the programme: pages, workers and watchers, or the roles named')
  .option('--roles <roles>', 'web,worker,ingest: the parts this process plays')
  .action(async (flags: { roles?: string }) => {
    const { startCommand } = await import('./app/commands/start.ts')
    process.exitCode = await startCommand(flags)
  })

program
  .command('demo')
  .description('a living programme with invented people, no configuration, no network')
  .action(async () => {
    const { demoCommand } = await import('./app/commands/demo.ts')
    process.exitCode = await demoCommand()
  })

const rules = program.command('rules').description('rules of your own')
rules
  .command('check')
  .description('read rules, run their examples, and say what is wrong and where')
  .argument('<files...>', 'YAML files, or directories of them')
  .action(async (paths: string[]) => {
    const { rulesCheckCommand } = await import('./app/commands/rules-check.ts')
    process.exitCode = await rulesCheckCommand(paths, process.stdout)
  })

const audit = program.command('audit').description('the append-only log')
audit
  .command('verify')
  .description('compute every hash of the log again')
  .action(async () => {
    const { auditVerifyCommand } = await import('./app/commands/audit-verify.ts')
    process.exitCode = await auditVerifyCommand()
  })

audit
  .command('proof')
  .description('check the proof that a person was told: its signature, receipts and batches')
  .argument('<file>', 'the proof as it was exported; - is standard input')
  .option('--key <file>', 'the public key of the programme (PEM); without it, the one in the proof')
  .action(async (file: string, flags: { key?: string }) => {
    const { auditProofCommand } = await import('./app/commands/audit-proof.ts')
    process.exitCode = await auditProofCommand(file, flags)
  })

program
  .command('settings')
  .description('show the settings as they are now, and try each of them')
  .action(async () => {
    const { settingsCommand } = await import('./app/commands/settings.ts')
    process.exitCode = await settingsCommand()
  })

const keys = program.command('keys').description('the keys that secrets are sealed under')
keys
  .command('rotate')
  .description('seal every data key under a new key-encryption key; may be cut off and called again')
  .option('--to-file <file>', 'the new key; a file that is not there is made')
  .option('--to-command <words...>', 'a program that prints the new key')
  .action(async (flags: { toFile?: string; toCommand?: string[] }) => {
    const { rotateKeysCommand } = await import('./app/commands/rotate-keys.ts')
    process.exitCode = await rotateKeysCommand(flags)
  })

try {
  await program.parseAsync()
} catch (thrown) {
  process.stderr.write(`bellwether: ${sentenceOf(thrown)}\n`)
  process.exitCode = isTrouble(thrown, 'refusal') ? 2 : 70
}
