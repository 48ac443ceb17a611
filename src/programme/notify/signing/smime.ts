/**
 * Signs with the operator's S/MIME certificate: CMS SignedData, detached, the
 * chain beside it (RFC 5652 §5, RFC 8551 §2). Mail programs then show who wrote
 * without asking the DNS.
 */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { refusal } from '#kernel'

export type Smime = {
  /** PEM: the certificate of our sender address first, then those that lead up to its root. */
  readonly certificate: string
  /** PEM, without a passphrase; RSA, or on the curve P-256. */
  readonly key: string
}

/** The signature over `content`, DER; `at` is told as the moment of signing. */
export type SmimeSigner = (content: Buffer, at: Date) => Promise<Buffer>

const oids = { contentType: '1.2.840.113549.1.9.3', digest: '1.2.840.113549.1.9.4', signedAt: '1.2.840.113549.1.9.5' }
const pemBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

type Opened = { readonly chain: readonly X509Certificate[]; readonly own: X509Certificate; readonly key: KeyObject }

const notUsable = (why: string) => refusal('smime-not-usable', `The S/MIME certificate cannot be used: ${why}.`)

/** Refuses, with a sentence, what could not sign letters from `address` at `now`. */
export function readSmime({ certificate, key }: Smime, { address, now }: { readonly address: string; readonly now: Date }): Opened {
  const opened = open(certificate, key)
  const { own } = opened
  if (!own.checkPrivateKey(opened.key)) throw notUsable('the key belongs to another certificate')
  if (!isOfUse(opened.key)) throw notUsable('its key is neither RSA of at least 2048 bits nor on the curve P-256')
  if (own.validFromDate > now || own.validToDate < now) throw notUsable(`it is valid from ${own.validFrom} to ${own.validTo}`)
  if (own.checkEmail(address) === undefined) throw notUsable(`it does not name ${address}, from which all letters come`)
  return opened
}

function open(certificate: string, key: string): Opened {
  try {
    const chain = (certificate.match(pemBlock) ?? []).map((pem) => new X509Certificate(pem))
    const [own] = chain
    if (own === undefined) throw notUsable('it is not PEM')
    return { chain, own, key: createPrivateKey(key) }
  } catch {
    throw notUsable('it or its key is not PEM, or the key wants a passphrase')
  }
}

const isOfUse = ({ asymmetricKeyType: kind, asymmetricKeyDetails: details }: KeyObject): boolean =>
  (kind === 'rsa' && (details?.modulusLength ?? 0) >= 2048) || (kind === 'ec' && details?.namedCurve === 'prime256v1')

/** Opens a signer; undefined while the certificate cannot be used, since a letter with a broken seal is worth less than one without. */
export async function openSmimeSigner(
  smime: Smime,
  when: { readonly address: string; readonly now: Date },
): Promise<{ readonly sign: SmimeSigner; readonly validTo: Date } | undefined> {
  const opened = quietly(() => readSmime(smime, when))
  if (opened === undefined) return undefined
  // Loaded when it is first needed: most operators have no such certificate.
  const [pki, asn1] = await Promise.all([import('pkijs'), import('asn1js')])
  const algorithm =
    opened.key.asymmetricKeyType === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const key: CryptoKey = await crypto.subtle.importKey(
    'pkcs8',
    new Uint8Array(opened.key.export({ type: 'pkcs8', format: 'der' })),
    algorithm,
    false,
    ['sign'],
  )
  const certificates = opened.chain.map(({ raw }) => pki.Certificate.fromBER(raw))
  const by = pki.Certificate.fromBER(opened.own.raw)

  async function sign(content: Buffer, at: Date): Promise<Buffer> {
    const bytes = new Uint8Array(content)
    const valueHex = await crypto.subtle.digest('SHA-256', bytes)
    const attribute = (type: string, value: unknown) => new pki.Attribute({ type, values: [value] })
    const signed = new pki.SignedData({
      version: 1,
      encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: pki.id_ContentType_Data }),
      certificates: [...certificates],
      signerInfos: [
        new pki.SignerInfo({
          version: 1,
          sid: new pki.IssuerAndSerialNumber({ issuer: by.issuer, serialNumber: by.serialNumber }),
          signedAttrs: new pki.SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute(oids.contentType, new asn1.ObjectIdentifier({ value: pki.id_ContentType_Data })),
              attribute(oids.signedAt, new asn1.UTCTime({ valueDate: at })),
              attribute(oids.digest, new asn1.OctetString({ valueHex })),
            ],
          }),
        }),
      ],
    })
    await signed.sign(key, 0, 'SHA-256', bytes)
    const wrapped = new pki.ContentInfo({ contentType: pki.id_ContentType_SignedData, content: signed.toSchema(true) })
    return Buffer.from(wrapped.toSchema().toBER(false))
  }
  return { sign, validTo: opened.own.validToDate }
}

function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
