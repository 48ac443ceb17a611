/** Clients at identity providers as the environment names them: what stands there cannot be changed on the page. */

type Value = (name: string) => string | undefined
type Names = { readonly clientId: string; readonly clientSecret: string; readonly issuer: string }

const microsoft: Names = {
  clientId: 'BELLWETHER_MICROSOFT_CLIENT_ID',
  clientSecret: 'BELLWETHER_MICROSOFT_CLIENT_SECRET',
  issuer: 'BELLWETHER_MICROSOFT_ISSUER',
}
const google: Names = {
  clientId: 'BELLWETHER_GOOGLE_CLIENT_ID',
  clientSecret: 'BELLWETHER_GOOGLE_CLIENT_SECRET',
  issuer: 'BELLWETHER_GOOGLE_ISSUER',
}
const staff: Names = {
  clientId: 'BELLWETHER_STAFF_CLIENT_ID',
  clientSecret: 'BELLWETHER_STAFF_CLIENT_SECRET',
  issuer: 'BELLWETHER_STAFF_ISSUER',
}

/** One client's entry of the settings file, made of the environment; undefined where its id is not named. */
function entry(value: Value, names: Names): Readonly<Record<string, unknown>> | undefined {
  const clientId = value(names.clientId)
  if (clientId === undefined) return undefined
  const issuer = value(names.issuer)
  return { clientId, clientSecret: value(names.clientSecret) ?? '', ...(issuer !== undefined && { issuer }) }
}

const list = (text: string | undefined): readonly string[] => (text ?? '').split(/[\s,]+/).filter(Boolean)

function staffEntry(value: Value): Readonly<Record<string, unknown>> | undefined {
  const client = entry(value, staff)
  return (
    client && {
      ...client,
      name: value('BELLWETHER_STAFF_PROVIDER_NAME') ?? 'Staff sign-in',
      acr: list(value('BELLWETHER_STAFF_ACR')),
      amr: list(value('BELLWETHER_STAFF_AMR')),
    }
  )
}

/** `value` answers what the environment says by a name, or by the file that it names. */
export function providersInEnvironment(value: Value): object {
  const all = { microsoft: entry(value, microsoft), google: entry(value, google), staffSignIn: staffEntry(value) }
  return Object.fromEntries(Object.entries(all).filter(([, named]) => named !== undefined))
}
