/** Files past the length at which one looks for the second noun in them. A note, not a failure: tables and wordings may be long. */
import type { Breach } from '../boundaries/breach.ts'
import type { SurveyedFile } from '../boundaries/survey.ts'

const longLines = 300

export function findLongFiles(files: readonly SurveyedFile[]): readonly Breach[] {
  return files.flatMap(({ path, tokens }) => {
    const lines = tokens.at(-1)?.line ?? 0
    const isLong = lines > longLines && !path.endsWith('.test.ts')
    return isLong ? [{ path, line: 1, says: `${lines} lines: which second noun wants a file of its own?` }] : []
  })
}
