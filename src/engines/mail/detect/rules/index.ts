/** Every rule, in the order of the alphabet. Order carries no meaning. */
import type { Rule } from '../rule.ts'
import { accountScare } from './account-scare.ts'
import { addressForName } from './address-for-name.ts'
import { answerElsewhere } from './answer-elsewhere.ts'
import { answerToNewAddress } from './answer-to-new-address.ts'
import { answerToNothing } from './answer-to-nothing.ts'
import { appConsent } from './app-consent.ts'
import { billFromPrivate } from './bill-from-private.ts'
import { billToFear } from './bill-to-fear.ts'
import { blackmail } from './blackmail.ts'
import { borrowedAuthority } from './borrowed-authority.ts'
import { borrowedBrand } from './borrowed-brand.ts'
import { borrowedHouse } from './borrowed-house.ts'
import { borrowedName } from './borrowed-name.ts'
import { borrowedOffice } from './borrowed-office.ts'
import { brandAtWork } from './brand-at-work.ts'
import { brokenOnPurpose } from './broken-on-purpose.ts'
import { claimedInstitute } from './claimed-institute.ts'
import { codeInPicture } from './code-in-picture.ts'
import { codeLeadsAway } from './code-leads-away.ts'
import { codeLinksDevice } from './code-links-device.ts'
import { coinPromise } from './coin-promise.ts'
import { courtScare } from './court-scare.ts'
import { deviceCode } from './device-code.ts'
import { diskInMail } from './disk-in-mail.ts'
import { donationLure } from './donation-lure.ts'
import { easyMoney } from './easy-money.ts'
import { fakeShare } from './fake-share.ts'
import { fakeVoicemail } from './fake-voicemail.ts'
import { firstContact } from './first-contact.ts'
import { forgedHouse } from './forged-house.ts'
import { forgedSender } from './forged-sender.ts'
import { formInMail } from './form-in-mail.ts'
import { freePage } from './free-page.ts'
import { giftCards } from './gift-cards.ts'
import { giftForAFee } from './gift-for-a-fee.ts'
import { guardAsleep } from './guard-asleep.ts'
import { hiddenRedirect } from './hidden-redirect.ts'
import { hiddenText } from './hidden-text.ts'
import { invitationWithLure } from './invitation-with-lure.ts'
import { lettersInDisguise } from './letters-in-disguise.ts'
import { linkSaysOther } from './link-says-other.ts'
import { lockedArchive } from './locked-archive.ts'
import { lookalikeLink } from './lookalike-link.ts'
import { lookalikeSender } from './lookalike-sender.ts'
import { macroInDocument } from './macro-in-document.ts'
import { mailboxScare } from './mailbox-scare.ts'
import { manySmallSigns } from './many-small-signs.ts'
import { moneyBeyondRecall } from './money-beyond-recall.ts'
import { nameBackwards } from './name-backwards.ts'
import { nameFromNewAddress } from './name-from-new-address.ts'
import { nameHidesAddress } from './name-hides-address.ts'
import { nameHidesProgram } from './name-hides-program.ts'
import { newBank } from './new-bank.ts'
import { notebookInMail } from './notebook-in-mail.ts'
import { numberToCall } from './number-to-call.ts'
import { oddMake } from './odd-make.ts'
import { onlyAPage } from './only-a-page.ts'
import { pageInAttachment } from './page-in-attachment.ts'
import { paperStartsProgram } from './paper-starts-program.ts'
import { paperWithOneLink } from './paper-with-one-link.ts'
import { parcelFee } from './parcel-fee.ts'
import { passwordLure } from './password-lure.ts'
import { pictureForText } from './picture-for-text.ts'
import { programByLink } from './program-by-link.ts'
import { programInAttachment } from './program-in-attachment.ts'
import { quickTransfer } from './quick-transfer.ts'
import { quietFavour } from './quiet-favour.ts'
import { readsLikeLure } from './reads-like-lure.ts'
import { refundLure } from './refund-lure.ts'
import { sameAsKnown } from './same-as-known.ts'
import { secretByAnswer } from './secret-by-answer.ts'
import { shadyEnding } from './shady-ending.ts'
import { shortcutInMail } from './shortcut-in-mail.ts'
import { smuggledFile } from './smuggled-file.ts'
import { staffPapers } from './staff-papers.ts'
import { stolenMailbox } from './stolen-mailbox.ts'
import { strangeAddress } from './strange-address.ts'
import { strangerInThread } from './stranger-in-thread.ts'
import { strangerWithFiles } from './stranger-with-files.ts'
import { suddenFortune } from './sudden-fortune.ts'
import { suddenPrize } from './sudden-prize.ts'
import { templateFromElsewhere } from './template-from-elsewhere.ts'
import { thingsNotToSend } from './things-not-to-send.ts'
import { tooGoodToBeTrue } from './too-good-to-be-true.ts'
import { voteLure } from './vote-lure.ts'
import { wagesElsewhere } from './wages-elsewhere.ts'

export const rules: readonly Rule[] = [
  accountScare,
  addressForName,
  answerElsewhere,
  answerToNewAddress,
  answerToNothing,
  appConsent,
  billFromPrivate,
  billToFear,
  blackmail,
  borrowedAuthority,
  borrowedBrand,
  borrowedHouse,
  borrowedName,
  borrowedOffice,
  brandAtWork,
  brokenOnPurpose,
  claimedInstitute,
  codeInPicture,
  codeLeadsAway,
  codeLinksDevice,
  coinPromise,
  courtScare,
  deviceCode,
  diskInMail,
  donationLure,
  easyMoney,
  fakeShare,
  fakeVoicemail,
  firstContact,
  forgedHouse,
  forgedSender,
  formInMail,
  freePage,
  giftCards,
  giftForAFee,
  guardAsleep,
  hiddenRedirect,
  hiddenText,
  invitationWithLure,
  lettersInDisguise,
  linkSaysOther,
  lockedArchive,
  lookalikeLink,
  lookalikeSender,
  macroInDocument,
  mailboxScare,
  manySmallSigns,
  moneyBeyondRecall,
  nameBackwards,
  nameFromNewAddress,
  nameHidesAddress,
  nameHidesProgram,
  newBank,
  notebookInMail,
  numberToCall,
  oddMake,
  onlyAPage,
  pageInAttachment,
  paperStartsProgram,
  paperWithOneLink,
  parcelFee,
  passwordLure,
  pictureForText,
  programByLink,
  programInAttachment,
  quickTransfer,
  quietFavour,
  readsLikeLure,
  refundLure,
  sameAsKnown,
  secretByAnswer,
  shadyEnding,
  shortcutInMail,
  smuggledFile,
  staffPapers,
  stolenMailbox,
  strangeAddress,
  strangerInThread,
  strangerWithFiles,
  suddenFortune,
  suddenPrize,
  templateFromElsewhere,
  thingsNotToSend,
  tooGoodToBeTrue,
  voteLure,
  wagesElsewhere,
]
