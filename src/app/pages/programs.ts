/** Tokens for programs, for the pages. */
import { makeToken, revokeToken, tokensOf } from '#api-tokens'
import type { Programs } from '#web'
import type { House } from '../house.ts'

export const programsOf = ({ members }: House): Programs => ({
  tokens: (who) => tokensOf(members, who),
  makeToken: (who, wanted) => makeToken(members, who, wanted),
  revokeToken: (who, id) => revokeToken(members, who, id),
})
