/** The rule that an empty page shows and the manual prints: it works as it stands. */
export const exampleRule = `id: own.ballot-printer-invoice
title: A stranger sends an invoice for ballot printing
severity: high
attack: [T1566]
says:
  en: This mail asks for money for ballot printing, and {domain} is not a printer we work with.
  es: Este correo pide dinero por imprimir papeletas, y {domain} no es una imprenta con la que trabajemos.
advises:
  en: Pay nothing. Call the printer on the number in our own records.
  es: No pague nada. Llame a la imprenta al número de nuestros propios registros.
level: dangerous
when: |
  message.relation == "stranger" &&
  message.text.says_any(["invoice", "payment due"]) &&
  message.text.says("ballot printing") &&
  !in_list("printers", message.from.domain)
examples:
  lists:
    printers: [oakpress.example]
  fires:
    - |
      From: Billing <billing@fast-ballots.example>
      To: ana@riverton.example
      Subject: Invoice 4471

      Dear Ana, the invoice for ballot printing is overdue.
      Please settle the payment due today by bank transfer.
  quiet:
    - |
      From: Oak Press <accounts@oakpress.example>
      To: ana@riverton.example
      Subject: Invoice for May

      Dear Ana, here is the invoice for ballot printing, as agreed.
      Thank you for working with us.
`
