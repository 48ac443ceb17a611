/** Who deals openly lets themselves be asked: nothing presses, nothing is wanted, others know of it. Two such signs, or one and nothing asked for, have an honest story. */
import type { Mail } from './mail.ts'

/** How many of the three signs a mail bears. */
export const openness = ({ says }: Mail): number =>
  [says.has('noHurry'), says.has('spared'), says.has('othersKnow', 'checkElsewhere')].filter((one) => one).length
