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
    /\b(?:with|using|enter|use|provide|need|know)\b[^.\n]{0,20}\b(?:your|the same|the usual|usual|his|her) (?:[\w-]+ ){0,2}(?:e-?mail|mail|mailbox|google|gmail|microsoft|office ?365|outlook|work|office|organi[sz]ation|corporate|company|official|business|campaign|domain)(?: e-?mail)? (?:account|password|log-?in|credentials)\b/,
    /\b(?:sign|log)[ -]?(?:in|on) (?:(?:once|again|now|there|today|first)\b|(?:with|using|so that) )/,
    /\b(?:password|log-?in|credentials) (?:is |are |will be )?(?:needed|required|requested)\b|\b(?:re-?enrol|re-?enroll|re-?register|re-?certify|recertify|revalidate|re-?link|re-?connect)\b/,
    /\b(?:mantener|mantenga|conservar|conserve|validar|valide|cambiar|cambie|introducir|introduzca|confirmar|confirme)\b[^.\n]{0,30}\b(?:contrasena|clave|credenciales|datos)\b|\b(?:acced\w+|entr\w+|identifi\w+) con (?:su|tu|sus|tus) (?:correo|cuenta|usuario|contrasena|credenciales)\b|\bdatos de (?:su|tu|la) (?:tarjeta|cuenta)\b/,
    /\b(?:confirm|prove|verify) (?:who you are|it's you|it is you|that you are|you're)\b|\b(?:identify|authenticate|verify) yourself\b|\bidentifi(?:carse|quese)\b/,
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
    /\b(?:ads?|advertis\w+|campaigns?|donations?|payouts?|transfers?|disbursements?|certification|listing|hosting|site|store|wallet|portfolio|payments?|funds|sign-?in|log-?in|registration|tenant|inbox|posts?|channel|group|listing|identity|apple id|delivery of mail)\b(?: [\w'-]+){0,6}? (?:is|are|was|were|will be|has been|have been|been|be) (?:[\w-]+ ){0,3}?(?:paused|held|on hold|withheld|restrict|limit|expired|stopped|reject|refused|suspend|block|disabl|lock|taken (?:offline|down)|unpublish|remov|releas|delet|revok|terminat|deactivat|cancel|frozen|reported|flagged|read-only)/,
    /\b(?:access|account|service|sign-?in|log-?in|session|mailbox)\b[^.\n]{0,30}\b(?:ends?|will end|about to end|will stop|stops|lapses?|will lapse|will be lost|will be cut|is about to|runs out)\b|\b(?:locked|shut|kicked|signed) out\b|\blos(?:e|ing) (?:your |all |the )?(?:access|e-?mails?|data|mail|account|files)\b/,
    /\b(?:virus|trojan|malware)\b[^.\n]{0,30}\b(?:found|detected|in your)\b|\b(?:was|is|has been) used to (?:sign|log)[ -]?in\b|\b(?:someone|somebody) (?:just )?(?:used|knows|has|signed in|logged in|reported)(?: [\w-]+){0,3} (?:your|to your|into your)\b|\b(?:password|payment|card|2fa|mfa|authentication|two-factor)\b[^.\n]{0,30}\b(?:was reset|were reset|was changed|has been changed|was removed|is not verified|not verified|needs? to be (?:verified|confirmed|updated))\b|\b(?:not|has not been|have not been|hasn't been|haven't been) (?:been )?(?:verified|confirmed|certified|validated)\b|\brequested (?:to )?(?:shut|close|delete|deactivate|terminate|the (?:closure|deletion|deactivation))\b/,
    /\b(?:suspendid|bloquead|restringid|retenid|desactivad|cancelad|caducad|inhabilitad)[oa]s? (?:temporalmente|hoy|por|hasta|en|si|de forma)\b|\b(?:cuenta|acceso|contrasena|clave|certificado|suscripcion|dominio)\b[^.\n]{0,40}\b(?:caduca|caducara|vence|vencera|expira|expirara)\b|\bdispositivo (?:desconocido|nuevo|no reconocido)\b/,
  ],
  /** The mailbox itself is said to be full, old or holding mail back. */
  mailbox: [
    /\b(?:mailbox|inbox|webmail|(?:your|cloud|icloud|drive) storage|e-?mail (?:storage|quota|account|box)|mail (?:storage|quota|box)|storage (?:quota|limit|space|capacity))\b(?: [\w'%,.-]+){0,8}? (?:full|almost full|exceed\w*|over (?:its|the|quota)|reached|limit\w*|out of|upgrade\w*|outdated|used up|deactivat\w*|expir\w*|clos\w*|shut\w*)\b/,
    /\b(?:exceed\w*|reached|over|out of|running out of|insufficient|low|full|used \d+ ?% of|used up)(?: of)? (?:your |its |the )?(?:[\w-]+ ){0,2}(?:mailbox|storage|quota|mail ?box|inbox)\b/,
    /\b(?:incoming|undelivered|pending|held|quarantined|blocked|unreceived|delayed|unread|queued|new)\b(?: [\w-]+){0,3} (?:messages?|e-?mails?|mails?)\b[^.\n]{0,60}\b(?:held|pending|waiting|blocked|quarantin\w*|undelivered|not (?:been )?delivered|stuck|on hold|fail\w*|release|retrieve|portal|server|rejected)\b/,
    /\b(?:\d+|some|several|your|these|the|following)(?: [\w-]+){0,2} (?:messages?|e-?mails?|mails?)(?: [\w'-]+){0,3} (?:held|pending|quarantined|undelivered|not delivered|could (?:not|n't) be delivered|couldn't be delivered|failed to deliver|on hold|stuck|blocked|suspended|failed)\b/,
    /\b(?:release|retrieve|recover|deliver|restore|allow)(?: (?:your|the|these|all|pending|held|blocked|my|undelivered|quarantined|failed|incoming))+ (?:messages?|e-?mails?|mails?)\b/,
    /\b(?:buzon|correo|bandeja)\b(?: [\w'%-]+){0,6}? (?:llen\w+|excedid\w+|superad\w+|limite|capacidad|cuota|sin espacio)|\b(?:mensajes?|correos?)(?: [\w-]+){0,2} (?:retenid\w+|pendient\w+|bloquead\w+|en cuarentena|sin entregar)|\b(?:postfach|speicher\w*)\b[^.\n]{0,40}\b(?:voll|uberschritten|limit)/,
    /\b(?:mail|exchange|webmail|e-?mail) (?:server|system|platform)\b[^.\n]{0,30}\b(?:upgrade|migrat\w+|update|maintenance|new)\b[^\n]{0,80}|\b(?:migrate|upgrade|move|update|re-?sync\w*) (?:your |my |the )?(?:mailbox|inbox|mail|e-?mail)\b|\b(?:deliver|release) (?:them|it|these) now\b|\bbuzon\b[^.\n]{0,40}\b(?:actualiz\w+|dejara|no esta)\b/,
  ],
  urgency: [
    /\bwithin (?:the next |a |next )?(?:\d+|twenty|forty|two|three|one|few)[- ]?(?:four|eight)? ?(?:hours?|hrs?|h|days?|minutes|business days)\b/,
    /\b(?:\d+|24|48|72) ?(?:hours?|hrs)\b|\b(?:immediately|immediate (?:action|attention|verification|response)|urgent(?:ly)?|asap|right away|at once|without delay)\b/,
    /\b(?:all|every)(?: \w+)? (?:staff|users?|employees?|members)(?: \w+)? (?:must|need to|are required|have to|should|is required)\b|\bmandatory\b|\bfinal (?:notice|warning|reminder|attempt|notification)|last (?:chance|warning|reminder|notice)|act (?:now|fast|quickly|today)|action (?:is )?(?:required|needed)|before (?:it is|it's) too late|before (?:midnight|the end of (?:the )?day|close of business|end of business|\d+ ?(?:am|pm|:))|expires? (?:today|tonight|soon|in|shortly|tomorrow)|today only|by (?:today|tonight|noon|end of day|eod|close of business)|time[- ]sensitive/,
    /\b(?:to )?(?:avoid|prevent)(?: [\w'-]+){0,4} (?:suspension|interruption|closure|loss|losing|termination|deactivation|fees?|charges?|deletion|disruption|being|cancell?ation|restriction|penalt\w+|legal|return)\b|\b(?:fail|failure|failing) to (?:comply|do|verify|act|respond|confirm|update|complete|pay)|\botherwise\b[^.\n]{0,60}\b(?:lose|lost|delet|clos|suspend|return|block|expire)/,
    /\burgente|inmediat\w+|en las proximas \d+ horas|en \d+ horas|ultimo aviso|ultima advertencia|para evitar|de lo contrario|cuanto antes|antes de (?:las|que|hoy|manana)|imediat\w+|em ate \d+|\bregularize\b|\bprazo\b|\bevit(?:e|ar) (?:a|o|el|la|su|sua|bloqueio|suspens\w+)\b|sofort|umgehend|innerhalb von|immediatement|sous \d+ heures|entro \d+ ore|hoy mismo|caduca hoy/,
    /\b(?:until|before|by) (?:midnight|tonight|noon|the end of (?:the )?(?:day|week)|end of day|close of (?:play|business)|(?:this )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\d{1,2} ?(?:am|pm)|\d{1,2}[:.]\d\d)\b|\b(?:ends?|expires?|closes?|deleted|removed|valid|lapses?|closed|refused|offline|suspended|deactivated) (?:today|tonight|at midnight|tomorrow|for \d+|in \d+|after \d+|before)\b|\b(?:within|only|in the next|for) (?:\d+|two|three|six|twelve|twenty-four|a few) (?:minutes|mins|hours?|hrs?)\b/,
    /\b(?:required|needed|necessary) (?:today|now|by|before|in)\b|\b(?:today|now|immediately|tonight) (?:or|otherwise|to avoid|so that)\b|\bif you (?:do not|don't|fail to|ignore)\b[^\n]{0,60}\b(?:will|be|lose|closed|account|access)\b|\bsi no (?:lo )?(?:hace|responde|confirma|verifica|paga)\b|\bhasta (?:hoy|manana|las \d)/,
  ],
  /** A document, file, fax or signature waits. */
  document: [
    /\b(?:file|document|fax|message)s? (?:is|are) waiting\b|\b(?:received|have|got) (?:a|an|\d+|new|one)(?: (?:new|secure|secured|encrypted|shared|confidential|important|pending|scanned))* (?:file|document|fax|scan|pdf|envelope)s?\b/,
    /\b(?:shared|sent|uploaded|assigned|posted|forwarded)(?: [\w'-]+){0,4}? (?:a|an|the|this|you|secure|new|\d+|some|following)\b(?: [\w'"-]+){0,5}? (?:documents?|files?|folder|pdf|spreadsheet|invoice|agreement|contract|proposal|fax|scan|statement|report|presentation|workbook)\b/,
    /\b(?:shared|sent)\b[^\n]{0,80}\b(?:with you|to you|via|using|through)\b|\bwants to share\b|\b(?:unread|new|missed|pending) (?:[\w-]+ ){0,2}(?:messages?|chats?|notifications?|mentions?)\b[^\n]{0,60}\b(?:waiting|view|reply|open|read|teams|slack|see)\b|\binvited you to (?:view|edit|collaborate|sign|review)/,
    /\b(?:documents?|files?|contract|agreement|proposal|invoice|payment advice|remittance(?: advice)?|statement|fax|scan|folder|envelope|payslip|bonus|salary|handbook|policy)\b(?: [\w'".-]+){0,7}? (?:has been|have been|was|were|is|are|been|ready|waiting|awaiting|awaits|pending|requires?|needs?) (?:[\w-]+ ){0,4}?(?:shared|sign\w*|review\w*|approv\w*|you|download\w*|view\w*|attention|acknowledg\w*)\b/,
    /\b(?:review|view|open|access|sign|download|see|read|acknowledge|complete)(?: (?:and|or) (?:sign|review|complete|approve|download))?(?: (?:the|this|your|shared|secure|secured|attached|encrypted|full|confidential|pending|new|completed))* (?:documents?|files?|agreement|contract|proposal|invoice|statement|fax|message|pdf|remittance|payslip|scan|envelope|policy|report|shared document)\b/,
    /\b(?:ha )?compartid\w+[^.\n]{0,60}(?:documento|archivo|carpeta|factura|contrato|contigo|con usted)|\b(?:ver|abrir|revis\w+|firm\w+|descarg\w+) (?:el|la|los|su|este|esta)? ?(?:documento|archivo|contrato|factura|fichero|carpeta)\b|\b(?:documento|archivo|contrato|factura)s?\b[^.\n]{0,40}\b(?:pendiente|esperando|para (?:su )?(?:firma|revision)|disponible)/,
    /\b(?:file|files|document|documents|letter|schedule|list|statement|proofs?|draft|questions|programme|agenda|form|scan|fax|recording|report|spreadsheet|specification|case file|complaint)\b[^.\n]{0,60}\b(?:open|view|access|review|download|sign|approve|see|read|acknowledge|complete)\b|\b(?:open|view|access|review|download|sign|approve|acknowledge) (?:the |your |this |these |my |our |all |full |[\w'-]+ ){0,2}(?:documents?|letter|schedule|list|statement|proofs?|draft|programme|agenda|scan|fax|voter (?:file|list)|recording|rfq|specification|case file|complaint|expediente)\b/,
    /\b(?:signature|firma)\b[^.\n]{0,30}\b(?:is |esta )?(?:required|requested|needed|pending|missing|the last|pendiente|requerida)\b|\b(?:pendientes?) de (?:firma|firmar|revision|aprobacion)\b|\b(?:descarg\w+|consult\w+|firm\w+|abr\w+) (?:el|la|los|las|su|este|esta|sus) (?:[\w-]+ )?(?:expediente|notificacion|fichero|documento|factura|justificante|carta|contrato)/,
  ],
  voicemail: [
    /\b(?:voice ?mails?|voice ?messages?|voice ?note|audio message|vmail|missed (?:a )?(?:voice )?call|caller (?:id|left)|left you a message|mensajes? de voz|buzon de voz|llamada perdida|sprachnachricht|message vocal)\b/,
    /\b(?:play|listen to|hear) (?:it|the|your|this)?(?: [\w-]+){0,2} ?(?:message|recording|audio|voice|vm)?\b[^.\n]{0,20}(?:here|now|below|message|recording|voice)|\b(?:missed call|audio message|voice recording|recorded message|left (?:a )?(?:vm|message)|vm from)\b/,
    /\b(?:new|\d+) (?:vm|v-?mail)s?\b|\bcaller\b[^\n]{0,60}\b(?:length|duration|sec|seconds|\d:\d\d)\b|\b(?:duration|length)\b[^\n]{0,20}\d+ ?(?:sec|s|min|:)/,
  ],
  parcel: [
    /\b(?:package|parcel|shipment|delivery|consignment|courier|postal item|your item)\b(?: [\w'#-]+){0,10}? (?:could not|could ?n't|can ?not|unable|failed|fail|on hold|held|hold|pending|waiting|missed|undeliver\w*|customs|returned|suspended|incomplete|stopped|delayed|not (?:be|been) delivered|awaiting|unpaid|stuck|re-?schedul\w*)/,
    /\b(?:unable|failed|attempted|could not|couldn't|tried|cannot|missed)\b[^.\n]{0,30}\b(?:deliver\w*)\b[^.\n]{0,60}\b(?:package|parcel|shipment|item|order|post|mail)?|\b(?:re-?delivery|customs (?:fee|duty|charge|clearance)|shipping fee|delivery fee|unpaid (?:postage|shipping|customs|duty))\b/,
    /\b(?:paquete|envio|pedido|encomenda|entrega)\b(?: [\w'#-]+){0,8}? (?:no (?:pudo|ha podido|se pudo|fue)|retenid\w+|pendiente|en espera|aduana|devuelt\w+|suspendid\w+|detenid\w+|retid\w+|bloquead\w+|taxad\w+|tributad\w+)|\b(?:fiscalizacao|taxas?|receita) (?:alfandegari\w+|aduaneir\w+)|\bgastos? de (?:aduana|envio)|\b(?:paket|sendung)\b[^.\n]{0,50}\b(?:nicht|zugestellt|warte|zoll)|\b(?:colis|livraison)\b[^.\n]{0,50}\b(?:attente|impossible|douane|frais)/,
  ],
  fee: [
    /\b(?:pay|paying|payment of|settle|fee|fees|charge|duty|postage|tarifa|tasa|pagar|pago|gebuhr|frais|taxa)\b[^\n]{0,60}(?:[$€£]\s?\d|\d+[.,]\d\d|usd|eur|gbp|outstanding|small|fee)|(?:[$€£]\s?\d+(?:[.,]\d\d)?|\d+[.,]\d\d ?(?:eur|usd|gbp|euros|€))[^\n]{0,60}\b(?:fee|charge|postage|customs|duty|redeliver\w*|re-?schedul\w*|tasa|gastos|aduana)|\b(?:confirm|update|correct|complete|verify) (?:your |the )?(?:delivery |shipping |postal )?address\b|\bconfirm\w* (?:su|tu|la) direccion/,
  ],
  payment: [
    /\b(?:wire|bank|ach|swift|iban|sort code|routing|sepa|account number|beneficiary|remittance|invoice|payment|transfer|transferencia|factura|pago|rechnung|facture|vendor|supplier)\b/,
  ],
  secrecy: [
    /\b(?:keep (?:this|it)(?: [\w-]+){0,3} (?:confidential|quiet|private|between us|discreet|to yourself)|between (?:us|you and me)|confidential\w*|discre(?:et|tion|etly)|do ?n[o']t (?:tell|mention|discuss|inform)|surprise|no one else|can(?:'t|not) (?:talk|speak|take calls?|call|answer)|unable to (?:talk|speak|take calls?|call)|(?:i am|i'm|im) (?:currently |about to go |going )?(?:in|into|entering|at) (?:a |back[- ]to[- ]back )?(?:\w+ )?(?:meetings?|conference|session|flight)|in meetings? all|my phone is|only (?:by |reply |via )?e-?mail|no (?:phone )?calls?(?: please)?|just reply|text me|no puedo (?:hablar|atender|llamar)|estoy en (?:una )?reunion|confidencial|no (?:se lo )?(?:digas|comentes)|entre nosotros|solo por correo)\b/,
    /\b(?:do ?n[o']t|not|never) (?:discuss|share|speak|talk|call)\b[^.\n]{0,40}\b(?:anyone|anybody|this|old number|others|colleagues|number)\b|\b(?:e-?mail|text) only\b|\bdiscreet\w*\b|\bboarding\b|\bmy phone (?:broke|died|is broken|was stolen|is lost)\b|\bkept between\b/,
    /\b(?:stays?|remain\w*|just|strictly) between\b|\bonly (?:you|the two of us) know\b|\bno lo comentes\b|\bexplain by (?:e-?mail|mail|text)\b/,
  ],
  favour: [
    /\b(?:are|r) (?:you|u) (?:available|free|around|at your desk|in the office|on seat|busy|there|at work|online)\b|\b(?:do you have|got|have you got|need) (?:a |one )?(?:moment|minute|second|few minutes)\b|\b(?:quick|small|urgent|personal|little) (?:favou?r|task|request|errand|help)\b|\bneed (?:you|your help) (?:to|with)\b|\b(?:handle|run|do|carry out|assist (?:me )?with) (?:something|a (?:\w+ )?(?:task|errand|favou?r|transaction|request)|an? (?:\w+ )?(?:purchase|payment))\b|\b(?:send|give|drop|share|forward|reply with)(?: me)? your (?:\w+ )?(?:cell|mobile|phone|whatsapp|personal)(?: phone)?(?: number)?\b|\b(?:estas|esta) (?:disponible|libre|en la oficina|ahi)\b|\b(?:necesito|puedes hacer\w*|podrias hacer\w*) (?:que|un favor|una tarea)|\bfavor (?:urgente|rapido)|\benvia\w* tu (?:numero|movil|whatsapp)/,
    /\bi have (?:an|a) (?:\w+ ){0,2}(?:task|request|errand|assignment|job|matter) (?:for|that)\b|\bneed (?:something|a favou?r|a hand|this|an? \w+) (?:handled|done|taken care|from you|today|quickly)\b|\b(?:can|could|would) you (?:please )?(?:help me|do me|handle|take care|pick up|get me|run|assist)\b|\b(?:message|text|write to|add|contact|reach) (?:me|him|her) on (?:my )?(?:whatsapp|signal|telegram|personal)\b|\b(?:puedes|podrias) (?:ayudarme|hacerme)\b/,
    /\btengo una tarea\b|\b(?:prefers?|use|install|switch to|move to|continue on|write (?:to )?(?:me|him|her) (?:on|at)?)\b[^.\n]{0,20}\b(?:signal|whatsapp|telegram)\b|\b(?:escrib\w+|contact\w+)\b[^.\n]{0,25}\b(?:whatsapp|telegram|signal)\b|\bhow soon can you\b|\bneed(?:s|ed)? [\d.,]+ ?(?:eur|usd|gbp|dollars|euros|k)?\b[^.\n]{0,20}\b(?:paid|sent|wired|transferred)\b/,
  ],
  giftCards: [
    /\b(?:gift ?cards?|itunes cards?|steam cards?|google play cards?|amazon cards?|apple cards?|vouchers?|e-?gift|vanilla cards?|prepaid cards?|tarjetas? (?:de )?(?:regalo|prepago))\b/,
  ],
  prize: [
    /\b(?:you(?:'ve| have)?(?: been)? (?:won|win|selected|chosen|drawn|a winner)|congratulations|winner|claim (?:your|the|it|now)|(?:exclusive|special|free|unclaimed|loyalty|customer)(?: [\w-]+){0,2} (?:reward|gift|prize|bonus|offer)|(?:reward|prize|gift) (?:is |has been )?(?:waiting|ready|pending|reserved)|short survey|brief survey|answer (?:a few|\d+|some) (?:quick |short |simple )?questions|ha (?:ganado|sido seleccionad\w)|has (?:ganado|sido seleccionad\w)|felicidades|premio|parabens|voce (?:ganhou|foi (?:sorteado|selecionado))|resgat\w+ (?:seu|seus|sua|agora)|gewonnen|gewinn|felicitations)\b/,
  ],
  refund: [
    /\b(?:tax|customer|overpa\w+|excess|pending|your|a|council|vat)(?: [\w-]+){0,3} (?:refund|rebate|reimbursement|repayment|compensation)\b|\b(?:refund|rebate|reimbursement) (?:of|is|due|amount|available|pending|notification)\b|\b(?:reembolso|devolucion)\b|\bstimulus|unclaimed (?:funds|money|property)/,
    /\b(?:eligible|entitled|due|owed|approved|calculated|right) (?:to|for)(?: [\w-]+){0,4} (?:refund|rebate|repayment|reimbursement)\b|\b(?:refund|rebate)\b[^.\n]{0,40}\b(?:waiting|expires|claim|not (?:been )?claimed)\b/,
  ],
  wallet: [
    /\b(?:seed|recovery|secret|mnemonic|backup|(?:12|24|twelve|twenty[- ]four)[- ]word)[- ]?(?:phrase|words|key)\b|\b(?:connect|verify|validate|sync\w*|secure|migrate|update|restore|unlock|link|import|authenticate)\b(?: [\w'-]+){0,3} wallets?\b|\bfrase (?:semilla|de recuperacion)|\bwallet\b(?: [\w'-]+){0,5} (?:suspend|verif|restrict|deactivat|block|kyc|validat|synchron)\w*/,
    /\b(?:claim|airdrop|free|bonus|reward|received|withdraw\w*|pending|unclaimed|deposit|send|earn\w*)\b[^.\n]{0,50}\b(?:btc|bitcoins?|eth|ethereum|crypto\w*|tokens?|usdt|xrp|solana|airdrop|nft)\b[^\n]{0,80}|\b\d+(?:[.,]\d+)? ?(?:btc|bitcoins?|eth|usdt)\b|\b(?:guaranteed|daily|weekly) (?:profits?|returns?)\b|\b\d+ ?% (?:daily|per day|weekly|a day|profit|return)|\bdouble (?:your|the) (?:coins?|bitcoins?|btc|eth|crypto|investment|deposit)\b/,
    /\b(?:wallets?|coins?|tokens?)\b[^.\n]{0,40}\b(?:not verified|unverified|restricted|suspended|frozen|blocked|locked|regulation|kyc)\b/,
    /\b(?:recovery|seed|secret|backup) (?:words|phrase)\b|\b(?:12|24|twelve|twenty-four) (?:secret |recovery |seed |backup )?words\b/,
  ],
  fortune: [
    /\b(?:viuva|orfaos|heranca|falecid[oa]|meu finado|fundo de (?:donativos|doacao|compensacao|caridade)|milhoes de (?:dolares|euros|reais)|elegive(?:l|is) para (?:receber|esta)|receber (?:esta|sua|a) compensacao|(?:obras|instituicoes) de caridade|sou (?:a|o) (?:sra?|senhora|senhorita|dra?)\b)/,
    /\b(?:next of kin|inheritance|deceased|late (?:client|husband|father|customer)|lottery|jackpot|beneficiary|unclaimed (?:fund|estate)|compensation (?:fund|payment)|consignment box|atm card|barrister|die[dn]?(?: [\w-]+){0,4} (?:cancer|without)|widow|donat\w+(?: [\w$,.-]+){0,5} (?:million|to you)|my (?:late )?husband|diplomat\w*|herencia|loteria|beneficiari[oa]|falecid[oa]|heranca|herdei|obra de deus|milhoes de dolares)\b/,
    /(?:[$€£]|\busd|\beur|\bgbp|us\$)\s?\d[\d,.]*\s?(?:m\b|million|millones|milliones|milhoes|mio)|\b\d+(?:[.,]\d+)* (?:million|millions|billion) (?:us )?(?:dollars|usd|euros?|pounds)|\b(?:million|billion) (?:united states |us )?dollars/,
  ],
  invest: [
    /\b(?:business (?:proposal|proposition)|mutual benefit|confidential (?:business|proposal|transaction)|investment (?:opportunity|partner|proposal)|loan (?:offer|at|of)|low interest|interest rate of|reply (?:to me )?(?:with|for|immediately)|contact me (?:on|at|via|through) (?:my )?(?:private|personal|direct)|for more (?:details|information) (?:reply|contact|write)|propuesta de negocio|prestamo)\b/,
  ],
  blackmailAccess: [
    /\b(?:i|we)(?:'ve| have|'m| am| was| had| did)?(?: [\w-]+){0,4} (?:hacked|hack|infected|installed|recorded|gained|full access|access to (?:all )?your|compromised|video of you|filmed|monitored|monitoring|watching|captured|took (?:over|control)|downloaded)\b|\b(?:your (?:web ?cam|camera|device|computer|operating system)(?: [\w-]+){0,4} (?:hacked|infected|recorded|compromised|captured|turned on|activated))|\b(?:malware|trojan|spyware|rat software|keylogger)\b|\bcompromising (?:video|material|footage|photos)|\b(?:he|hemos) (?:hackeado|infectado|grabado|accedido|instalado)\b|\btu (?:camara|dispositivo)\b/,
    /\b(?:we|i)(?:'ve| have)? (?:copied|stolen|exfiltrated|encrypted|obtained|dumped|taken|extracted|downloaded|got|hold|have)\b[^.\n]{0,30}\b(?:your|all|the)\b[^.\n]{0,30}\b(?:databases?|files|data|e-?mails|servers?|donors?|photos|messages|documents|network|passwords|contacts|video|recordings?)\b|\b(?:hemos|he) (?:copiado|robado|cifrado|obtenido|instalado|grabado)\b/,
    /\bi (?:got|broke|gained|have been) (?:into|in|inside|watching)\b[^.\n]{0,40}\b(?:your|computer|phone|device|network|account|webcam|camera)\b|\bfilmed you\b|\brecorded you\b/,
  ],
  blackmailPay: [/\b(?:bitcoins?|btc|monero|xmr|bc1[a-z0-9]{20,60}|crypto\w*|litecoin|ethereum|usdt|dash wallet)\b/],
  blackmailThreat: [
    /\b(?:(?:send|publish|share|release|leak|forward|distribut\w*|expos\w*|post|spread)\b[^.\n]{0,60}\b(?:video|contacts|friends|family|colleagues|relatives|everyone|public|data|files|footage|social|internet|press|materials?)|reputation|humiliat\w*|embarrass\w*|shame|masturbat\w*|porn\w*|adult (?:site|video|web)\w*|your secret|\b(?:publish|leak|release|expose|destroy|encrypt|delete|sell)\b[^.\n]{0,40}\b(?:unless|if you|otherwise)\b|delete the video|(?:enviar|publicar|difundir)\w*[^.\n]{0,40}(?:contactos|video|familia|amigos))\b/,
    /\b(?:we|i)(?:'ll| will)? (?:publish|leak|release|expose|sell|post|send|share)\b|\b(?:lo|los|la|las) (?:mando|envio|publico|enviare|publicare|mandare)\b|\b(?:everything|all of it|it all)\b[^.\n]{0,30}\b(?:public|online|published|press)\b/,
    /\b(?:everyone|everybody|all (?:of )?your|whole)\b[^.\n]{0,40}\b(?:address book|contacts?|family|friends|colleagues|list)\b/,
  ],
  call: [
    /\b(?:call|phone|dial|contact|reach|ring|speak (?:to|with)|llam\w+|contact\w+)\b[^.\n]{0,90}(?:\+?\d[\d\s().-]{7,24}\d)|(?:\+?\d[\d\s().-]{7,24}\d)[^.\n]{0,60}\b(?:to (?:cancel|dispute|stop|refund|report)|call|helpline|toll[- ]free|support (?:desk|team|line)|customer (?:care|support|service)|help ?desk)\b/,
  ],
  charge: [
    /\b(?:charged|debited|auto-?renew\w*|renew(?:ed|al|s)|subscription|order (?:confirm\w*|has been|number|id|summary)|purchase|invoice|transaction|membership|payment of|amount of|deducted|billed|protection plan|antivirus|cargo|suscripcion|renovacion|compra|cobr\w+|transacao pendente)\b/,
  ],
  cancel: [
    /\b(?:(?:to |wish to |want to |would like to )?(?:cancel|dispute|stop|reverse|refund|request a refund|claim (?:a |your )?refund)\b|did ?n[o']t (?:authori[sz]e|make|place|request|recogni[sz]e|order)|not (?:authori[sz]ed|made|placed|recogni[sz]ed) (?:by you|this)|not you|if (?:this|it) (?:was ?n[o']t|is ?n[o']t|wasn't) you|unauthori[sz]ed|no (?:reconoce|autoriz)\w*|nao reconhe\w+|cancelar|anular|reembolso)/,
  ],
  qr: [
    /\b(?:scan|scanning|escane\w+|scannez|scannen)\b[^.\n]{0,60}\b(?:qr|code|codigo|barcode|image|below|phone|camera|mobile)\b|\bqr[- ]?codes?\b[^.\n]{0,80}\b(?:scan|phone|mobile|camera|smartphone|below|attached)|\b(?:use|with|using) (?:your )?(?:phone|mobile|smartphone)(?:'s)? camera|\bcodigo qr\b/,
    /\b(?:point|hold|aim|open|use)\b[^.\n]{0,20}\b(?:camera|phone|mobile)\b[^.\n]{0,40}\b(?:code|picture|image|attached|below|pdf)\b|\b(?:opened|viewed|read|signed|accessed) (?:only )?(?:on|with|from) (?:a|your) (?:phone|mobile|smartphone)\b|\b(?:apunt\w+|enfoc\w+)\b[^.\n]{0,30}\bcodigo\b/,
    /\b(?:mobile|phone|camera|smartphone)\b[^.\n]{0,30}\b(?:read|scan|capture|over)\b[^.\n]{0,30}\b(?:code|square|picture|image)\b/,
  ],
  qrPurpose: [
    /\b(?:authenticat\w+|mfa|2fa|two[- ]factor|multi[- ]factor|password|account|secur\w+|verify|verif\w+|salary|payroll|bonus|benefits|payslip|document|sign|e-?sign\w*|confirm\w*|enrol\w*|renew\w*|identity|statement|review|cover|policy|handbook|mailbox|sign[- ]?in|log[- ]?in|expir\w*|access|invoice|pay(?:ment)?|agreement|contrasena|cuenta|nomina|documento|verific\w+|seguridad|autentic\w+)\b/,
  ],
  /** A court, a police office or a rights holder is said to be after the reader. */
  court: [
    /\b(?:intimacao|tribunal regional|vara (?:do )?trabalho|notificacao extrajudicial|mandado de (?:intimacao|prisao|citacao)|numero do processo|multa de transito|boletim de ocorrencia|execucao fiscal|divida ativa|protesto (?:em|no) cartorio)\b/,
    /\b(?:you (?:are|have been|were)|tenant is) (?:hereby )?(?:summoned|sued|subpoenaed|ordered to appear|named (?:as )?(?:a )?defendant|accused|charged with)\b|\b(?:summons|subpoena|arrest warrant|warrant (?:may|will) be|legal (?:notice|complaint)|lawsuit (?:against|filed)|(?:copyright|trademark) (?:infringement|violation|claim)|court (?:hearing|notice|appearance|order|case)|appear (?:in|before the) court|notice to appear|criminal complaint)\b|\b(?:citad[oa] (?:por|a|ante)|citacion judicial|denuncia (?:contra|presentada)|requerimiento judicial|orden judicial|notificacion judicial|juzgado)\b/,
    /\b(?:warrant (?:has been|was|is) issued|jury duty|missed (?:your )?(?:court|jury)|deputy|sheriff|bailiffs?|failure to appear)\b/,
  ],
  /** Wages, bonuses, rules of the house: what staff are curious or afraid about. */
  staffMatter: [
    /\b(?:salary|bonus|pay (?:rise|raise|review)|payroll|severance|termination list|redundanc\w+|layoffs?|increment|handbook|benefits|appraisal|performance review|code of conduct|leave (?:policy|entitlement)|vacation (?:policy|schedule)|incentive|compensation (?:plan|review|statement)|nomina|aumento|despidos?)\b/,
  ],
  /** Rolls, ballots and results: what an election office cannot leave lying. */
  election: [
    /\b(?:voter (?:list|lists|roll|rolls|file|files|data|registration)|(?:provisional |absentee |mail )?ballots?|ballot proofs?|precincts?|polling (?:place|station)s?|certification of (?:the )?(?:results|election)|certification closes|election results|tabulat\w+|censo electoral|papeletas?|mesa electoral)\b[^\n]{0,120}\b(?:review|approve|confirm\w*|download|discrepanc\w+|check|sign|today|hours?|print|missing|error|revis\w+|confirm\w+|descarg\w+)\b/,
  ],
  unsubscribe: [
    /\b(?:unsubscribe|stop receiving (?:these |our |such )?e-?mails|opt[- ]?out|manage (?:your )?(?:e-?mail )?(?:preferences|subscription)|email preferences|update your preferences|darse de baja|cancelar (?:la )?suscripcion|abmelden|abbestellen|se desabonner|desinscri\w+|you (?:are receiving|received) this (?:e-?mail|message|newsletter) because|view (?:this e-?mail |it )?in (?:your )?browser)\b/,
  ],
  link: [
    /\b(?:click|tap|follow|visit|press|use|open|go to|haga clic|haz clic|pulse|pinche|clique|klicken|cliquez|clicca)\b[^.\n]{0,40}\b(?:here|below|link|button|following|url|aqui|enlace|boton|siguiente|abaixo|hier|ici|lien|qui|portal|page)\b/,
  ],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>

export type Intent = keyof typeof intents
export const intentNames = Object.keys(intents) as readonly Intent[]

/** What was said of each intent: the words that showed it, or undefined. Looked for once, when first asked. */
export type Intents = (intent: Intent) => string | undefined

/** Every pattern of every intent. */
export const intentPatterns: readonly RegExp[] = Object.values(intents).flat()

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
