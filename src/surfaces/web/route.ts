/** One line of the table of what can be asked for: the path, who may ask, and the page that answers. */
import type { HelpPage } from './deps/helping.ts'
import type { AdministratorAsk, Ask, AuditorAsk, HelperAsk, PersonAsk, TrainerAsk } from './request/ask.ts'

type Answer = Response | Promise<Response>

/** What a blank of a path stands for; a test puts a real one there, its own or somebody else's. */
export type Example =
  | 'account'
  | 'personal-account'
  | 'notice'
  | 'passkey'
  | 'app'
  | 'waiting-app'
  | 'contact-method'
  | 'session'
  | 'recovery'
  | 'consent'
  | 'organisation'
  | 'member'
  | 'member-left'
  | 'incident'
  | 'evaluation-mail'
  | 'alert'
  | 'letter'
  | 'first-link'
  | 'invitation'
  | 'household-link'
  | 'sharer'
  | 'certificate'
  | 'change'
  | 'asset'
  | 'settings-part'
  | 'channel-form'
  | 'own-rule'
  | 'application'
  | 'vouched'
  | 'apply-step'
  | 'programme-hash'
  | 'register'
  | 'value-entry'
  | 'staff-member'
  | 'list-entry'
  | 'rota'
  | 'composition'
  | 'rota-layer'
  | 'take-over'
  | 'feed'
  | 'token'
  | 'help'
  | 'help-offer'
  | 'help-link'
  | 'identity-provider'
  | 'hook'
  | 'delivery'

type Common = {
  readonly method: 'GET' | 'POST'
  readonly path: `/${string}`
  /**
   * What asks for a proof of the last ten minutes that it is still them. A
   * form is carried along, or, where it cannot be sent twice, its page is next.
   */
  readonly fresh?: 'carry' | 'page'
  readonly examples?: Readonly<Record<string, Example>>
}

export type Route = Common &
  (
    | { readonly who: 'anyone'; readonly page: (ask: Ask) => Answer }
    | { readonly who: 'person' | 'staff' | 'operator'; readonly page: (ask: PersonAsk) => Answer }
    | { readonly who: 'administrator'; readonly page: (ask: AdministratorAsk) => Answer }
    /** They look on: no form goes to them. */
    | { readonly who: 'auditor'; readonly method: 'GET'; readonly page: (ask: AuditorAsk) => Answer }
    | { readonly who: 'trainer'; readonly method: 'GET'; readonly page: (ask: TrainerAsk) => Answer }
    /** Its blank `:id` is the grant; only purposes that open the page come in. */
    | { readonly who: 'helper'; readonly opens: HelpPage | 'organisation'; readonly page: (ask: HelperAsk) => Answer }
  )
