/** Words that a domain is dressed up with: which of them make a name out of nothing but trust, and which houses use too. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words put before or after somebody's name: `riverton-login`, `actblue-refunds`. */
const addedWords = words(`
  2024 2025 2026 2027 2028 2fa abrechnung acceso access account accounting accounts activate activation adcenter add-in admin ads aduana advice ai aide
  airdrop alert alerta alertas alerts anmelden anmeldung antrag app appeal approval apps assistance assurance audit auth authenticator aviso avisos backup
  banca bank banking benefits bestaetigung bienvenue billing board bonus business campaign cancel capture case caucus center central centre certification
  certify change chat citacion citaciones claim claims clave client cliente clientes clients cloud co cobros codes coin com comms compliance compte conf
  confirm confirmacion confirmation connect connexion contact copier copyright corp corpmail correo correos courier court credential credentials crypto cuenta
  cuentas customer customers customs dashboard data deactivate debt defender delivery dept desk device dgt digital direct disbursement disbursements docs
  docs-view document documento documentos documents donate donation donations donor download employee employees enforcement enrol enroll entregas envios esign
  espace eu event expire expired expiry express extension factura facturas facture fax file files fileshare finance fine fines firma firmas forms formulaire
  formulario gateway germany giving global gob gouv gov govt grants group handbook help helpdesk helpline hilfe hold hosted hq hq-team hr hub id
  identificacion identification identity impots inbox inc info infringement intranet invoice invoices io it juzgado konto kunde kunden kundenservice kyc legal
  limited link links listing live llc locked login logon m365 mail mailbox mailcenter mailcentre mailer mailing mailserver mailservice members membership
  message messages meta mfa migrate migration mise-a-jour mitglieder msg multas mx my net news nomina nomine notice notices notif notification notifications
  notifs notify o365 office office365 official onboarding online operations ops order orders org outlook owa package page pago pagos paiement parcel parcels
  pass password passwords pay payable payables payment payments payout payouts payroll payrolls pbx penalty people policy portail portal portal-login post
  press prize processing proof proofing propuesta protect protection quarantine quarantined queue quota rebate rebates receipt receipts recert rechnung
  rechnungen recovery redelivery reenrol reenroll refund refunded refunds registration registry relais relay release remit remittance renew renewal renewals
  reset resolution restore return returns review reviews reward rewards rh risk rollout rrhh rsvp safe safety salary scan scanner secretariat secure secured
  securise securite security sede seed seguridad server service services servicio session settle settlement share shared sharefile shares shipment shipping
  sicherheit sign signatures signin signing soporte spende spenden sso staff status steuer stmt storage summons support suspend suspended suspension sync
  system tarjeta tax taxes team teams telework ticket ticketing toll tolls tollsvc track tracking training tv uk uk-gov unified unlock unsuspend update
  updates upgrade upkeep us usa usa-login user validar validate validation vault verificacion verificar verification verify view viewer virtual vm voice
  voicemail voicemails volunteer vote voter voters vpn wages wallet warning web webaccess webmail webpost workforce world www zahlung`)

/** Words of the trade of trust itself; a house hardly calls itself by two of them. */
const trustWords = words(`
  2fa acceso access account accounting accounts activate activation adcenter add-in admin ads aduana advice airdrop alert alerta alertas alerts appeal
  approval audit auth authenticator aviso avisos backup banca benefits billing bonus business cancel case certification certify citacion citaciones clave
  cloud cobros coin comms compliance confirm copier copyright corpmail correo correos credential credentials crypto cuenta cuentas customs deactivate debt
  defender delivery dept desk device dgt disbursement disbursements docs docs-view document documento documentos documents download employee employees
  enforcement enrol enroll entregas envios esign expire expired expiry extension fileshare fine fines firma firmas gateway handbook help helpdesk helpline
  hold hosted identity inbox infringement invoice invoices juzgado kyc limited listing locked login logon mailbox mailer message messages mfa migrate
  migration msg multas mx nomina notice notices notif notification notifications notifs notify official onboarding owa pagos password passwords pay payment
  payments payout payouts payroll payrolls pbx penalty portal prize processing proof proofing propuesta protect protection quarantine quarantined queue quota
  rebate rebates receipt receipts recert recovery redelivery reenrol reenroll refund refunded refunds registration registry relay release remit remittance
  renew renewal renewals reset resolution restore return returns reward rewards rh risk rollout rrhh safe safety scanner secure secured security sede seed
  seguridad server session settle settlement share shared shares shipment sign signatures signin signing soporte sso staff stmt storage summons suspend
  suspended suspension sync tarjeta ticket ticketing toll tolls tollsvc unified unlock unsuspend update updates upgrade upkeep user validar validate
  verificacion verificar verification verify view viewer vm voice voicemail voicemails vpn wallet warning webaccess webmail workforce`)

const officeWords = words(`
  bank chat claim claims client clientes clients conf connect court customer customers delivery desk event fax file files finance hr hub id it legal mail
  online package page parcel parcels people policy portal post review reviews scan service services shipping support system tax taxes track tracking vault web`)

/** Whether a text is nothing but such words, written together or with hyphens. A label has at most 63 letters, so this is a short walk. */
function isMadeOf(list: ReadonlySet<string>, text: string, hyphens: boolean): boolean {
  if (text === '' || text.length > 63) return false
  const reached = new Set([0])
  for (let start = 0; start < text.length; start++) {
    if (!reached.has(start)) continue
    for (let end = Math.min(text.length, start + 14); end > start; end--) {
      if (!list.has(text.slice(start, end))) continue
      reached.add(end)
      if (hyphens && (text[end] === '-' || text[end] === '.')) reached.add(end + 1)
    }
  }
  return reached.has(text.length)
}

/** How a big house numbers its machines: `us05web-zoom` reads like us05web.zoom.us. */
const machine = /^(?:[a-z]{2}\d{2}web|web\d{1,3}|www\d{0,2})-?$/

export const isAdded = (text: string): boolean => machine.test(text) || isMadeOf(addedWords, text, true)
export const isTrusty = (part: string): boolean => isMadeOf(trustWords, part, false)
export const isOfficeWord = (part: string): boolean => isMadeOf(officeWords, part, false)
