/** `bellwether rules check`: whether rules would be accepted. A sentence for each thing that is wrong, with its line and column. */
import type { Writable } from 'node:stream'
import { checkRuleFile, problemLines, ruleFiles } from './own-files.ts'

/** Answers 0 when all rules would be accepted, else 2. Throws a refusal for a file that cannot be read. */
export async function rulesCheckCommand(paths: readonly string[], output: Writable): Promise<number> {
  let wrong = false
  const ids = new Map<string, string>()
  for (const file of await ruleFiles(paths)) {
    const checked = await checkRuleFile(file)
    const lines = [...problemLines(file, checked)]
    const id = checked.rule?.id
    const other = id === undefined ? undefined : ids.get(id)
    if (other !== undefined) lines.push(`${file.path}:1:1: The id ${id} is taken by ${other}.`)
    if (id !== undefined && other === undefined) ids.set(id, file.path)
    wrong ||= lines.length > 0
    const good = `${file.path}: ${id} can be used; ${checked.examples.length} examples went as they should.`
    // A rule's own words may carry terminal commands.
    output.write(`${(lines.length > 0 ? lines.join('\n') : good).replace(/(?!\n)\p{Cc}|\p{Cf}/gu, ' ')}\n`)
  }
  return wrong ? 2 : 0
}
