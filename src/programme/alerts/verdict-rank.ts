/** How bad a verdict is: 0 for fine, 2 for dangerous. */
import { type Verdict, verdicts } from '#kernel'

export const rankOfVerdict = (verdict: Verdict): number => verdicts.length - 1 - verdicts.indexOf(verdict)
