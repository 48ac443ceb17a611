/** What one thing about a mail weighed, for the page that shows an analyst how a score came about. */
export type Weight = {
  /** A rule's id, or the name of what cleared the mail: `mail.borrowed-name`, `known-verified`. */
  readonly id: string
  readonly kind: 'rule' | 'structure' | 'text' | 'history' | 'operator' | 'cleared'
  /** In the points of the rules: 68 make a mail dangerous; below zero it speaks for the mail. */
  readonly points: number
}
