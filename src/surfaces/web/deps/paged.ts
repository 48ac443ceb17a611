/** One page of a list, cut by the server. */
export type { Paged } from '#members'
