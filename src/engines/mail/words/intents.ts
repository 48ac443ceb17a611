/**
 * What a mail wants from its reader, told from its words: English and Spanish in full, the commonest turns of Portuguese, German, French and Italian.
 * Patterns run on `plainWords` (lower case, no accents). An intent alone is no finding: honest mails say "confirm your address" too.
 */
import { said } from './plain-words.ts'

const intents = {
  /** Prove who you are, sign in, keep the password. */
  credentials: [
    /\b(?:verify|verif\w* (?:of )?|confirm|validate|update|re-?activate|reauthenticate|re-?authenticate|authenticate|restore|secure|unlock|upgrade|re-?confirm|synchroni[sz]e|recover|re-?verify)\s(?:your|the|this|you|my)\s?(?:[\w&'-]+ ){0,4}?(?:account|accounts|password|identity|mailbox|inbox|e-?mail|details|information|info|credentials|billing|payment|log-?in|profile|ownership|access|wallet|card|number|records?)\b/,
    /\b(?:sign|log)[ -]?(?:in|on)\b[^.\n]{0,80}\b(?:keep|continue|verify|confirm|view|access|avoid|restore|account|e-?mail|password|credentials|work|review|release|secure|here|below|retain|approve|see|read|open|listen|hear|download|acknowledge|complete|before|at https?|office)\b/,
    /\b(?:and|then|please|must) (?:sign|log)[ -]?(?:in|on)\b/,
    /\b(?:keep|retain|use|continue (?:with|using)) (?:my|your|the|using)? ?(?:same |current |existing )?password\b/,
    /\bpassword\b[^.\n]{0,40}\b(?:expir\w+|will be (?:reset|changed)|is due|must be (?:changed|updated))|\b(?:expir\w+) (?:of )?(?:your )?password\b/,
    /\b(?:entering|providing|typing|submitting|enter|provide|submit|reply with|send (?:us|me)|type in|fill in) (?:your |the )?(?:[\w'-]+ ){0,3}(?:password|credentials|pin|username|user name|card (?:number|details)|cvv|security code|one[- ]time code|verification code|social security|bank details)\b/,
    /\b(?:verifi|confirm|valid|actuali[cz]|restable[cz]|reactiv|desbloque|recuper|renov)\w* (?:su|tu|la|el|sus|tus|los|las|seu|sua|seus)\s?(?:[\w-]+ ){0,4}?(?:cuenta|contrasena|identidad|buzon|correo|datos|informacion|acceso|clave|conta|senha|dados|cadastro|perfil|tarjeta)/,
    /\b(?:inici[ae]|iniciar) sesion\b[^.\n]{0,80}|\b(?:introduz|ingres)\w* (?:su|tu|la) (?:contrasena|clave|usuario)/,
    /\b(?:verifi|bestatig|aktualisier|validier|entsperr)\w*\b[^.\n]{0,50}\b(?:konto|passwort|daten|identitat|zugang|e-?mail)|\b(?:konto|passwort|daten|identitat|zugang)\b[^.\n]{0,40}\b(?:verifizier|bestatig|aktualisier|validier|entsperr)\w*/,
    /\b(?:verifi|confirm|valid|mett|mise|actualis|reactiv)\w*\b[^.\n]{0,40}\b(?:votre|vos|vostro|tuo|il suo) (?:compte|mot de passe|identite|informations|coordonnees|account|conto|dati)/,
  ],
  /** Something bad happens to your account. */
  threat: [
    /\b(?:account|accounts|mailbox|access|service|services|e-?mail|profile|card|subscription|membership|wallet|domain|page|password|license|licence|login|benefits|number|device|photos|files|data|documents|website|storage|messages|emails)\b(?: [\w'-]+){0,6}? (?:will be|has been|have been|had been|is|was|are|being|been|be|may be|gets?|temporarily|now) (?:[\w-]+ ){0,3}?(?:suspend|limit|restrict|lock|block|disabl|deactivat|terminat|clos|delet|remov|cancel|shut|on hold|interrupt|compromis|revok|frozen|discontinu|expire|expiring|flagged|put on hold|paused)/,
    /\b(?:suspen[ds]\w*|deactivat\w*|terminat\w*|clos(?:e|ing|ure)|lock(?:ed)?|block(?:ed)?|disabl\w*|los(?:e|ing)|limit(?:ed|ation)|restrict\w*|interruption|expir\w*) (?:of |to |on |from |in )?(?:your |the )?(?:[\w-]+ ){0,2}(?:account|mailbox|access|service|e-?mail|profile|services|wallet)\b/,
    /\b(?:unusual|suspicious|unrecogni[sz]ed|unauthori[sz]ed|abnormal|irregular|strange|unknown)(?: [\w-]+){0,3} (?:sign-?in|log-?in|activit(?:y|ies)|access|attempts?|transactions?|device|location|charge|purchase|payment)/,
    /\b(?:we )?(?:(?:were|are) unable to|could ?n[o']t|can ?not|failed to) (?:process|verify|validate|confirm|renew|authori[sz]e|charge|bill)(?: [\w'-]+){0,4}/,
    /\b(?:payment|card|billing|renewal|subscription)(?: [\w'-]+){0,4} (?:failed|declined|was rejected|unsuccessful|has expired|is overdue)\b/,
    /\b(?:violat\w+|infring\w+|copyright|community standards|terms of service)\b[^.\n]{0,80}\b(?:account|page|profile|content|appeal|removed|disabled)/,
    /\b(?:cuenta|acceso|buzon|correo|tarjeta|servicio|conta|cartao)\b(?: [\w'-]+){0,6}? (?:sera|ha sido|fue|esta|sido|foi|seran|quedara)\w* (?:[\w-]+ ){0,3}?(?:suspend|bloque|limit|restring|cerrad|cancel|desactiv|elimin|inhabilit|deshabilit|retenid)/,
    /\b(?:suspen\w+|bloque\w+|desactiv\w+|cancel\w+|cierre|limita\w+) (?:de |del |da |do )?(?:su |tu |la |sua )?(?:cuenta|acceso|buzon|tarjeta|servicio|conta|cnh|carteira|cartao|cpf)/,
    /\b(?:actividad|acceso|inicio de sesion|movimiento|intento|cargo)s? (?:inusual|sospechos|no autorizad|no reconocid|extran)\w*/,
    /\b(?:konto|zugang|postfach)\b[^.\n]{0,60}\b(?:gesperrt|eingeschrankt|gesperrt|deaktiviert|geloscht)|\b(?:compte|acces|conto|carta)\b[^.\n]{0,50}\b(?:suspendu|bloque|limite|desactive|sospeso|bloccato|limitato)/,
  ],
  /** The mailbox itself is said to be full, old or holding mail back. */
  mailbox: [
    /\b(?:mailbox|inbox|webmail|(?:your|cloud|icloud|drive) storage|e-?mail (?:storage|quota|account|box)|mail (?:storage|quota|box)|storage (?:quota|limit|space|capacity))\b(?: [\w'%,.-]+){0,8}? (?:full|almost full|exceed\w*|over (?:its|the|quota)|reached|limit\w*|out of|upgrade\w*|outdated|used up|deactivat\w*|expir\w*|clos\w*|shut\w*)\b/,
    /\b(?:exceed\w*|reached|over|out of|running out of|insufficient|low|full|used \d+ ?% of|used up)(?: of)? (?:your |its |the )?(?:[\w-]+ ){0,2}(?:mailbox|storage|quota|mail ?box|inbox)\b/,
    /\b(?:incoming|undelivered|pending|held|quarantined|blocked|unreceived|delayed|unread|queued|new)\b(?: [\w-]+){0,3} (?:messages?|e-?mails?|mails?)\b[^.\n]{0,60}\b(?:held|pending|waiting|blocked|quarantin\w*|undelivered|not (?:been )?delivered|stuck|on hold|fail\w*|release|retrieve|portal|server|rejected)\b/,
    /\b(?:\d+|some|several|your|these|the|following)(?: [\w-]+){0,2} (?:messages?|e-?mails?|mails?)(?: [\w'-]+){0,3} (?:held|pending|quarantined|undelivered|not delivered|could (?:not|n't) be delivered|couldn't be delivered|failed to deliver|on hold|stuck|blocked|suspended|failed)\b/,
    /\b(?:release|retrieve|recover|deliver|restore|allow)(?: (?:your|the|these|all|pending|held|blocked|my|undelivered|quarantined|failed|incoming))+ (?:messages?|e-?mails?|mails?)\b/,
    /\b(?:buzon|correo|bandeja)\b(?: [\w'%-]+){0,6}? (?:llen\w+|excedid\w+|superad\w+|limite|capacidad|cuota|sin espacio)|\b(?:mensajes?|correos?)(?: [\w-]+){0,2} (?:retenid\w+|pendient\w+|bloquead\w+|en cuarentena|sin entregar)|\b(?:postfach|speicher\w*)\b[^.\n]{0,40}\b(?:voll|uberschritten|limit)/,
  ],
  urgency: [
    /\bwithin (?:the next |a |next )?(?:\d+|twenty|forty|two|three|one|few)[- ]?(?:four|eight)? ?(?:hours?|hrs?|h|days?|minutes|business days)\b/,
    /\b(?:\d+|24|48|72) ?(?:hours?|hrs)\b|\b(?:immediately|immediate (?:action|attention|verification|response)|urgent(?:ly)?|asap|right away|at once|without delay)\b/,
    /\b(?:all|every)(?: \w+)? (?:staff|users?|employees?|members)(?: \w+)? (?:must|need to|are required|have to|should|is required)\b|\bmandatory\b|\bfinal (?:notice|warning|reminder|attempt|notification)|last (?:chance|warning|reminder|notice)|act (?:now|fast|quickly|today)|action (?:is )?(?:required|needed)|before (?:it is|it's) too late|before (?:midnight|the end of (?:the )?day|close of business|end of business|\d+ ?(?:am|pm|:))|expires? (?:today|tonight|soon|in|shortly|tomorrow)|today only|by (?:today|tonight|noon|end of day|eod|close of business)|time[- ]sensitive/,
    /\b(?:to )?(?:avoid|prevent)(?: [\w'-]+){0,4} (?:suspension|interruption|closure|loss|losing|termination|deactivation|fees?|charges?|deletion|disruption|being|cancell?ation|restriction|penalt\w+|legal|return)\b|\b(?:fail|failure|failing) to (?:comply|do|verify|act|respond|confirm|update|complete|pay)|\botherwise\b[^.\n]{0,60}\b(?:lose|lost|delet|clos|suspend|return|block|expire)/,
    /\burgente|inmediat\w+|en las proximas \d+ horas|en \d+ horas|ultimo aviso|ultima advertencia|para evitar|de lo contrario|cuanto antes|antes de (?:las|que|hoy|manana)|imediat\w+|em ate \d+|\bregularize\b|\bprazo\b|\bevit(?:e|ar) (?:a|o|el|la|su|sua|bloqueio|suspens\w+)\b|sofort|umgehend|innerhalb von|immediatement|sous \d+ heures|entro \d+ ore|hoy mismo|caduca hoy/,
  ],
  /** A document, file, fax or signature waits. */
  document: [
    /\b(?:file|document|fax|message)s? (?:is|are) waiting\b|\b(?:received|have|got) (?:a|an|\d+|new|one)(?: (?:new|secure|secured|encrypted|shared|confidential|important|pending|scanned))* (?:file|document|fax|scan|pdf|envelope)s?\b/,
    /\b(?:shared|sent|uploaded|assigned|posted|forwarded)(?: [\w'-]+){0,4}? (?:a|an|the|this|you|secure|new|\d+|some|following)\b(?: [\w'"-]+){0,5}? (?:documents?|files?|folder|pdf|spreadsheet|invoice|agreement|contract|proposal|fax|scan|statement|report|presentation|workbook)\b/,
    /\b(?:shared|sent)\b[^\n]{0,80}\b(?:with you|to you|via|using|through)\b|\bwants to share\b|\b(?:unread|new|missed|pending) (?:[\w-]+ ){0,2}(?:messages?|chats?|notifications?|mentions?)\b[^\n]{0,60}\b(?:waiting|view|reply|open|read|teams|slack|see)\b|\binvited you to (?:view|edit|collaborate|sign|review)/,
    /\b(?:documents?|files?|contract|agreement|proposal|invoice|payment advice|remittance(?: advice)?|statement|fax|scan|folder|envelope|payslip|bonus|salary|handbook|policy)\b(?: [\w'".-]+){0,7}? (?:has been|have been|was|were|is|are|been|ready|waiting|awaiting|awaits|pending|requires?|needs?) (?:[\w-]+ ){0,4}?(?:shared|sign\w*|review\w*|approv\w*|you|download\w*|view\w*|attention|acknowledg\w*)\b/,
    /\b(?:review|view|open|access|sign|download|see|read|acknowledge|complete)(?: (?:and|or) (?:sign|review|complete|approve|download))?(?: (?:the|this|your|shared|secure|secured|attached|encrypted|full|confidential|pending|new|completed))* (?:documents?|files?|agreement|contract|proposal|invoice|statement|fax|message|pdf|remittance|payslip|scan|envelope|policy|report|shared document)\b/,
    /\b(?:ha )?compartid\w+[^.\n]{0,60}(?:documento|archivo|carpeta|factura|contrato|contigo|con usted)|\b(?:ver|abrir|revis\w+|firm\w+|descarg\w+) (?:el|la|los|su|este|esta)? ?(?:documento|archivo|contrato|factura|fichero|carpeta)\b|\b(?:documento|archivo|contrato|factura)s?\b[^.\n]{0,40}\b(?:pendiente|esperando|para (?:su )?(?:firma|revision)|disponible)/,
  ],
  voicemail: [
    /\b(?:voice ?mails?|voice ?messages?|voice ?note|audio message|vmail|missed (?:a )?(?:voice )?call|caller (?:id|left)|left you a message|mensajes? de voz|buzon de voz|llamada perdida|sprachnachricht|message vocal)\b/,
  ],
  parcel: [
    /\b(?:package|parcel|shipment|delivery|consignment|courier|postal item|your item)\b(?: [\w'#-]+){0,10}? (?:could not|could ?n't|can ?not|unable|failed|fail|on hold|held|hold|pending|waiting|missed|undeliver\w*|customs|returned|suspended|incomplete|stopped|delayed|not (?:be|been) delivered|awaiting|unpaid|stuck|re-?schedul\w*)/,
    /\b(?:unable|failed|attempted|could not|couldn't|tried|cannot|missed)\b[^.\n]{0,30}\b(?:deliver\w*)\b[^.\n]{0,60}\b(?:package|parcel|shipment|item|order|post|mail)?|\b(?:re-?delivery|customs (?:fee|duty|charge|clearance)|shipping fee|delivery fee|unpaid (?:postage|shipping|customs|duty))\b/,
    /\b(?:paquete|envio|pedido|encomenda|entrega)\b(?: [\w'#-]+){0,8}? (?:no (?:pudo|ha podido|se pudo|fue)|retenid\w+|pendiente|en espera|aduana|devuelt\w+|suspendid\w+|detenid\w+|retid\w+)|\bgastos? de (?:aduana|envio)|\b(?:paket|sendung)\b[^.\n]{0,50}\b(?:nicht|zugestellt|warte|zoll)|\b(?:colis|livraison)\b[^.\n]{0,50}\b(?:attente|impossible|douane|frais)/,
  ],
  fee: [
    /\b(?:pay|paying|payment of|settle|fee|fees|charge|duty|postage|tarifa|tasa|pagar|pago|gebuhr|frais|taxa)\b[^\n]{0,60}(?:[$€£]\s?\d|\d+[.,]\d\d|usd|eur|gbp|outstanding|small|fee)|(?:[$€£]\s?\d+(?:[.,]\d\d)?|\d+[.,]\d\d ?(?:eur|usd|gbp|euros|€))[^\n]{0,60}\b(?:fee|charge|postage|customs|duty|redeliver\w*|re-?schedul\w*|tasa|gastos|aduana)|\b(?:confirm|update|correct|complete|verify) (?:your |the )?(?:delivery |shipping |postal )?address\b|\bconfirm\w* (?:su|tu|la) direccion/,
  ],
  payment: [
    /\b(?:wire|bank|ach|swift|iban|sort code|routing|sepa|account number|beneficiary|remittance|invoice|payment|transfer|transferencia|factura|pago|rechnung|facture|vendor|supplier)\b/,
  ],
  secrecy: [
    /\b(?:keep (?:this|it)(?: [\w-]+){0,3} (?:confidential|quiet|private|between us|discreet|to yourself)|between (?:us|you and me)|confidential\w*|discre(?:et|tion|etly)|do ?n[o']t (?:tell|mention|discuss|inform)|surprise|no one else|can(?:'t|not) (?:talk|speak|take calls?|call|answer)|unable to (?:talk|speak|take calls?|call)|(?:i am|i'm|im) (?:currently |about to go |going )?(?:in|into|entering|at) (?:a |back[- ]to[- ]back )?(?:\w+ )?(?:meetings?|conference|session|flight)|in meetings? all|my phone is|only (?:by |reply |via )?e-?mail|no (?:phone )?calls?(?: please)?|just reply|text me|no puedo (?:hablar|atender|llamar)|estoy en (?:una )?reunion|confidencial|no (?:se lo )?(?:digas|comentes)|entre nosotros|solo por correo)\b/,
  ],
  favour: [
    /\b(?:are|r) (?:you|u) (?:available|free|around|at your desk|in the office|on seat|busy|there|at work|online)\b|\b(?:do you have|got|have you got|need) (?:a |one )?(?:moment|minute|second|few minutes)\b|\b(?:quick|small|urgent|personal|little) (?:favou?r|task|request|errand|help)\b|\bneed (?:you|your help) (?:to|with)\b|\b(?:handle|run|do|carry out|assist (?:me )?with) (?:something|a (?:\w+ )?(?:task|errand|favou?r|transaction|request)|an? (?:\w+ )?(?:purchase|payment))\b|\b(?:send|give|drop|share|forward|reply with)(?: me)? your (?:\w+ )?(?:cell|mobile|phone|whatsapp|personal)(?: phone)?(?: number)?\b|\b(?:estas|esta) (?:disponible|libre|en la oficina|ahi)\b|\b(?:necesito|puedes hacer\w*|podrias hacer\w*) (?:que|un favor|una tarea)|\bfavor (?:urgente|rapido)|\benvia\w* tu (?:numero|movil|whatsapp)/,
  ],
  giftCards: [
    /\b(?:gift ?cards?|itunes cards?|steam cards?|google play cards?|amazon cards?|apple cards?|vouchers?|e-?gift|vanilla cards?|prepaid cards?|tarjetas? (?:de )?(?:regalo|prepago))\b/,
  ],
  prize: [
    /\b(?:you(?:'ve| have)?(?: been)? (?:won|win|selected|chosen|drawn|a winner)|congratulations|winner|claim (?:your|the|it|now)|(?:exclusive|special|free|unclaimed|loyalty|customer)(?: [\w-]+){0,2} (?:reward|gift|prize|bonus|offer)|(?:reward|prize|gift) (?:is |has been )?(?:waiting|ready|pending|reserved)|short survey|brief survey|answer (?:a few|\d+|some) (?:quick |short |simple )?questions|ha (?:ganado|sido seleccionad\w)|has (?:ganado|sido seleccionad\w)|felicidades|premio|parabens|gewonnen|gewinn|felicitations)\b/,
  ],
  refund: [
    /\b(?:tax|customer|overpa\w+|excess|pending|your|a|council|vat)(?: [\w-]+){0,3} (?:refund|rebate|reimbursement|repayment|compensation)\b|\b(?:refund|rebate|reimbursement) (?:of|is|due|amount|available|pending|notification)\b|\b(?:reembolso|devolucion)\b|\bstimulus|unclaimed (?:funds|money|property)/,
  ],
  wallet: [
    /\b(?:seed|recovery|secret|mnemonic|backup|(?:12|24|twelve|twenty[- ]four)[- ]word)[- ]?(?:phrase|words|key)\b|\b(?:connect|verify|validate|sync\w*|secure|migrate|update|restore|unlock|link|import|authenticate)\b(?: [\w'-]+){0,3} wallets?\b|\bfrase (?:semilla|de recuperacion)|\bwallet\b(?: [\w'-]+){0,5} (?:suspend|verif|restrict|deactivat|block|kyc|validat|synchron)\w*/,
    /\b(?:claim|airdrop|free|bonus|reward|received|withdraw\w*|pending|unclaimed|deposit|send|earn\w*)\b[^.\n]{0,50}\b(?:btc|bitcoins?|eth|ethereum|crypto\w*|tokens?|usdt|xrp|solana|airdrop|nft)\b[^\n]{0,80}|\b\d+(?:[.,]\d+)? ?(?:btc|bitcoins?|eth|usdt)\b|\b(?:guaranteed|daily|weekly) (?:profits?|returns?)\b|\b\d+ ?% (?:daily|per day|weekly|a day|profit|return)|\bdouble (?:your|the) (?:coins?|bitcoins?|btc|eth|crypto|investment|deposit)\b/,
  ],
  fortune: [
    /\b(?:next of kin|inheritance|deceased|late (?:client|husband|father|customer)|lottery|jackpot|beneficiary|unclaimed (?:fund|estate)|compensation (?:fund|payment)|consignment box|atm card|barrister|die[dn]?(?: [\w-]+){0,4} (?:cancer|without)|widow|donat\w+(?: [\w$,.-]+){0,5} (?:million|to you)|my (?:late )?husband|diplomat\w*|herencia|loteria|beneficiari[oa])\b/,
    /(?:[$€£]|\busd|\beur|\bgbp|us\$)\s?\d[\d,.]*\s?(?:m\b|million|millones|milliones|mio)|\b\d+(?:[.,]\d+)* (?:million|millions|billion) (?:us )?(?:dollars|usd|euros?|pounds)|\b(?:million|billion) (?:united states |us )?dollars/,
  ],
  invest: [
    /\b(?:business (?:proposal|proposition)|mutual benefit|confidential (?:business|proposal|transaction)|investment (?:opportunity|partner|proposal)|loan (?:offer|at|of)|low interest|interest rate of|reply (?:to me )?(?:with|for|immediately)|contact me (?:on|at|via|through) (?:my )?(?:private|personal|direct)|for more (?:details|information) (?:reply|contact|write)|propuesta de negocio|prestamo)\b/,
  ],
  blackmailAccess: [
    /\b(?:i|we)(?:'ve| have|'m| am| was| had| did)?(?: [\w-]+){0,4} (?:hacked|hack|infected|installed|recorded|gained|full access|access to (?:all )?your|compromised|video of you|filmed|monitored|monitoring|watching|captured|took (?:over|control)|downloaded)\b|\b(?:your (?:web ?cam|camera|device|computer|operating system)(?: [\w-]+){0,4} (?:hacked|infected|recorded|compromised|captured|turned on|activated))|\b(?:malware|trojan|spyware|rat software|keylogger)\b|\bcompromising (?:video|material|footage|photos)|\b(?:he|hemos) (?:hackeado|infectado|grabado|accedido|instalado)\b|\btu (?:camara|dispositivo)\b/,
  ],
  blackmailPay: [/\b(?:bitcoins?|btc|monero|xmr|crypto\w*|litecoin|ethereum|usdt|dash wallet)\b/],
  blackmailThreat: [
    /\b(?:(?:send|publish|share|release|leak|forward|distribut\w*|expos\w*|post|spread)\b[^.\n]{0,60}\b(?:video|contacts|friends|family|colleagues|relatives|everyone|public|data|files|footage|social|internet|press|materials?)|reputation|humiliat\w*|embarrass\w*|shame|masturbat\w*|porn\w*|adult (?:site|video|web)\w*|your secret|\b(?:publish|leak|release|expose|destroy|encrypt|delete|sell)\b[^.\n]{0,40}\b(?:unless|if you|otherwise)\b|delete the video|(?:enviar|publicar|difundir)\w*[^.\n]{0,40}(?:contactos|video|familia|amigos))\b/,
  ],
  call: [
    /\b(?:call|phone|dial|contact|reach|ring|speak (?:to|with)|llam\w+|contact\w+)\b[^.\n]{0,90}(?:\+?\d[\d\s().-]{7,24}\d)|(?:\+?\d[\d\s().-]{7,24}\d)[^.\n]{0,60}\b(?:to (?:cancel|dispute|stop|refund|report)|call|helpline|toll[- ]free|support (?:desk|team|line)|customer (?:care|support|service)|help ?desk)\b/,
  ],
  charge: [
    /\b(?:charged|debited|auto-?renew\w*|renew(?:ed|al|s)|subscription|order (?:confirm\w*|has been|number|id|summary)|purchase|invoice|transaction|membership|payment of|amount of|deducted|billed|protection plan|antivirus|cargo|suscripcion|renovacion|compra|cobr\w+)\b/,
  ],
  cancel: [
    /\b(?:(?:to |wish to |want to |would like to )?(?:cancel|dispute|stop|reverse|refund|request a refund|claim (?:a |your )?refund)\b|did ?n[o']t (?:authori[sz]e|make|place|request|recogni[sz]e|order)|not (?:authori[sz]ed|made|placed|recogni[sz]ed) (?:by you|this)|not you|if (?:this|it) (?:was ?n[o']t|is ?n[o']t|wasn't) you|unauthori[sz]ed|no (?:reconoce|autoriz)\w*|cancelar|anular|reembolso)/,
  ],
  qr: [
    /\b(?:scan|scanning|escane\w+|scannez|scannen)\b[^.\n]{0,60}\b(?:qr|code|codigo|barcode|image|below|phone|camera|mobile)\b|\bqr[- ]?codes?\b[^.\n]{0,80}\b(?:scan|phone|mobile|camera|smartphone|below|attached)|\b(?:use|with|using) (?:your )?(?:phone|mobile|smartphone)(?:'s)? camera|\bcodigo qr\b/,
  ],
  qrPurpose: [
    /\b(?:authenticat\w+|mfa|2fa|two[- ]factor|multi[- ]factor|password|account|secur\w+|verify|verif\w+|salary|payroll|bonus|benefits|payslip|document|sign|e-?sign\w*|policy|handbook|mailbox|sign[- ]?in|log[- ]?in|expir\w*|access|invoice|pay(?:ment)?|agreement|contrasena|cuenta|nomina|documento|verific\w+|seguridad|autentic\w+)\b/,
  ],
  unsubscribe: [
    /\b(?:unsubscribe|opt[- ]?out|manage (?:your )?(?:e-?mail )?(?:preferences|subscription)|email preferences|update your preferences|darse de baja|cancelar (?:la )?suscripcion|abmelden|abbestellen|se desabonner|desinscri\w+|you (?:are receiving|received) this (?:e-?mail|message|newsletter) because|view (?:this e-?mail |it )?in (?:your )?browser)\b/,
  ],
  link: [
    /\b(?:click|tap|follow|visit|press|use|open|go to|haga clic|haz clic|pulse|pinche|clique|klicken|cliquez|clicca)\b[^.\n]{0,40}\b(?:here|below|link|button|following|url|aqui|enlace|boton|siguiente|abaixo|hier|ici|lien|qui|portal|page)\b/,
  ],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>

export type Intent = keyof typeof intents

/** What was said of each intent: the words that showed it, or undefined. Looked for once, when first asked. */
export type Intents = (intent: Intent) => string | undefined

export function readIntents(text: string): Intents {
  const known = new Map<Intent, string | undefined>()
  return (intent) => {
    if (known.has(intent)) return known.get(intent)
    let found: string | undefined
    for (const pattern of intents[intent]) {
      found = said(text, pattern)
      if (found !== undefined) break
    }
    known.set(intent, found)
    return found
  }
}
