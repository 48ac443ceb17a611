/** The few pictures of the house, drawn in the ink of what stands around them. All of them are decoration: a word stands beside. */
import { html } from './markup.ts'

export const bell = html`<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="M5 16c1.6-1.2 2-3 2-5.5C7 7 9 4.5 12 4.5S17 7 17 10.5c0 2.5.4 4.3 2 5.500z"></path><path d="M10.200 19a2 2 0 0 0 3.600 0"></path><path d="M12 2.500v2"></path><path d="M20.500 5.500 19 7M3.500 5.500 5 7"></path></svg>`

const ring = (inside: ReturnType<typeof html>) =>
  html`<svg viewBox="0 0 24 24" width="44" height="44" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><circle cx="12" cy="12" r="9"></circle>${inside}</svg>`

export const allWell = ring(html`<path d="m8 12.500 2.700 2.700L16 9.500"></path>`)
export const takeCare = ring(html`<path d="M12 7.500v5.500"></path><path d="M12 16.500h.010"></path>`)
export const question = ring(
  html`<path d="M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .800-1 1.700"></path><path d="M12 16.700h.010"></path>`,
)
