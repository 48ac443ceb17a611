/** OpenID Connect as a relying party: sends a browser to a provider, and reads what the provider says of who came back. */
export { tenantOfDomain } from './microsoft-tenants.ts'
export type { Ask, ClientOfIssuer, RelyingParty, Shown } from './relying-party.ts'
export { openRelyingParties } from './relying-party.ts'
