/** Asks about a domain from several places: what DNS says of it, and what its web server shows. */
export { openPerspectives, type Perspective, type PerspectiveAnswer, type Question } from './perspectives.ts'
