/** Clients at identity providers as the environment names them: what stands there cannot be changed on the page. */

type Value = (name: string) => string | undefined

/** One client's entry of the settings file, made of the environment; undefined where its id is not named. */
function entry(value: Value, prefix: string): Readonly<Record<string, unknown>> | undefined {
  const clientId = value(`${prefix}_CLIENT_ID`)
  if (clientId === undefined) return undefined
  const issuer = value(`${prefix}_ISSUER`)
  return { clientId, clientSecret: value(`${prefix}_CLIENT_SECRET`) ?? '', ...(issuer !== undefined && { issuer }) }
}

const list = (text: string | undefined): readonly string[] => (text ?? '').split(/[\s,]+/).filter(Boolean)

/** `value` answers what the environment says by a name, or by the file that it names. */
export function providersInEnvironment(value: Value): object {
  const microsoft = entry(value, 'BELLWETHER_MICROSOFT')
  const google = entry(value, 'BELLWETHER_GOOGLE')
  const staff = entry(value, 'BELLWETHER_STAFF')
  return {
    ...(microsoft && { microsoft }),
    ...(google && { google }),
    ...(staff && {
      staffSignIn: {
        ...staff,
        name: value('BELLWETHER_STAFF_PROVIDER_NAME') ?? 'Staff sign-in',
        acr: list(value('BELLWETHER_STAFF_ACR')),
        amr: list(value('BELLWETHER_STAFF_AMR')),
      },
    }),
  }
}
