// Every kind of subscriber's life and how many of each there are at scale 1: 260 subscriptions, a few of them on the same
// customer. The rare ones stay single at any scale.
import * as failing from './failing-lives.ts';
import * as lastDay from './last-day-lives.ts';
import * as leaving from './leaving-lives.ts';
import type { Life } from './life.ts';
import * as moneyBack from './money-back-lives.ts';
import * as pausing from './pausing-lives.ts';
import * as rare from './rare-lives.ts';
import * as steady from './steady-lives.ts';
import * as switching from './switching-lives.ts';

export interface LifeKind {
  readonly count: number;
  readonly write: (life: Life) => void;
  readonly rare?: true;
  /** The life has two subscriptions; the second id is the first and the letter B. */
  readonly twice?: true;
}

export const lifeKinds = {
  activeMonthly: { count: 52, write: steady.activeMonthly },
  activeMonthlyClassic: { count: 5, write: steady.activeMonthlyClassic },
  activeYearly: { count: 20, write: steady.activeYearly },
  yearlyRenewed: { count: 3, write: steady.yearlyRenewed },
  trialing: { count: 4, write: steady.trialing },
  trialConverted: { count: 4, write: steady.trialConverted },
  monthEndAnchor: { count: 4, write: steady.monthEndAnchor },
  sameSecond: { count: 4, write: steady.sameSecond },
  twoBoxes: { count: 1, write: steady.twoBoxes },
  paysByTransfer: { count: 2, write: steady.paysByTransfer },
  hasCredit: { count: 1, write: steady.hasCredit },
  pastDueInGrace: { count: 4, write: failing.pastDueInGrace },
  pastDueBeyondGrace: { count: 3, write: failing.pastDueBeyondGrace },
  recoveredByRetry: { count: 10, write: failing.recoveredByRetry },
  recoveredByNewCard: { count: 8, write: failing.recoveredByNewCard },
  recoveredTwice: { count: 1, write: failing.recoveredTwice },
  lost: { count: 5, write: failing.lost },
  lostHard: { count: 1, write: failing.lostHard },
  unpaid: { count: 2, write: failing.unpaid },
  incompleteExpired: { count: 2, write: failing.incompleteExpired },
  invoiceVoided: { count: 1, write: failing.invoiceVoided },
  invoiceUncollectible: { count: 1, write: failing.invoiceUncollectible },
  collectionPaused: { count: 4, write: pausing.collectionPaused },
  collectionPausedForGood: { count: 1, write: pausing.collectionPausedForGood },
  collectionResumed: { count: 3, write: pausing.collectionResumed },
  collectionResumedByHand: { count: 2, write: pausing.collectionResumedByHand },
  pausedUntil: { count: 3, write: pausing.pausedUntil },
  pausedOpen: { count: 2, write: pausing.pausedOpen },
  pausedThenResumed: { count: 2, write: pausing.pausedThenResumed },
  pausedThenBack: { count: 2, write: pausing.pausedThenBack },
  pausedInvoluntarily: { count: 2, write: pausing.pausedInvoluntarily },
  cancelsAtPeriodEnd: { count: 4, write: leaving.cancelsAtPeriodEnd },
  cancelsThroughPortal: { count: 4, write: leaving.cancelsThroughPortal },
  cancelUndone: { count: 2, write: leaving.cancelUndone },
  leftAtPeriodEnd: { count: 17, write: leaving.leftAtPeriodEnd },
  cancelsAtDate: { count: 1, write: leaving.cancelsAtDate },
  leftAtDate: { count: 2, write: leaving.leftAtDate },
  leftAtOnce: { count: 4, write: leaving.leftAtOnce },
  leftAndCameBack: { count: 3, write: leaving.leftAndCameBack, twice: true },
  subscribedTwice: { count: 1, write: leaving.subscribedTwice, twice: true },
  switchedToYearly: { count: 12, write: switching.switchedToYearly },
  switchedWithoutProration: { count: 2, write: switching.switchedWithoutProration },
  switchedToMonthly: { count: 3, write: switching.switchedToMonthly },
  switchedThereAndBack: { count: 1, write: switching.switchedThereAndBack },
  refundedInFull: { count: 2, write: moneyBack.refundedInFull },
  refundedInPart: { count: 2, write: moneyBack.refundedInPart },
  refundedTwice: { count: 1, write: moneyBack.refundedTwice },
  refundPending: { count: 1, write: moneyBack.refundPending },
  refundLate: { count: 1, write: moneyBack.refundLate },
  refundFailed: { count: 1, write: moneyBack.refundFailed },
  creditNoteRefunded: { count: 1, write: moneyBack.creditNoteRefunded },
  creditNoteToBalance: { count: 1, write: moneyBack.creditNoteToBalance },
  creditNoteOutOfBand: { count: 1, write: moneyBack.creditNoteOutOfBand },
  creditNoteBeforePayment: { count: 1, write: moneyBack.creditNoteBeforePayment },
  disputeWon: { count: 2, write: moneyBack.disputeWon },
  disputeLost: { count: 2, write: moneyBack.disputeLost },
  disputeToAnswer: { count: 1, write: moneyBack.disputeToAnswer },
  disputeUnderReview: { count: 1, write: moneyBack.disputeUnderReview },
  inquiryOpen: { count: 1, write: moneyBack.inquiryOpen },
  inquiryClosed: { count: 1, write: moneyBack.inquiryClosed },
  customerDeleted: { count: 1, write: rare.customerDeleted, rare: true },
  otherCurrency: { count: 1, write: rare.otherCurrency, rare: true },
  unknownStatus: { count: 1, write: rare.unknownStatus, rare: true },
  onTestClock: { count: 1, write: rare.onTestClock, rare: true },
  nameIsFormula: { count: 1, write: rare.nameIsFormula, rare: true },
  nameIsMarkup: { count: 1, write: rare.nameIsMarkup, rare: true },
  nameHasSpaces: { count: 1, write: rare.nameHasSpaces, rare: true },
  movedMailbox: { count: 1, write: rare.movedMailbox, rare: true },
  looksAround: { count: 1, write: rare.looksAround, rare: true },
  paysYesterday: { count: 3, write: lastDay.paysYesterday },
  failsYesterday: { count: 1, write: lastDay.failsYesterday },
  recoversYesterday: { count: 1, write: lastDay.recoversYesterday },
  refundedYesterday: { count: 1, write: lastDay.refundedYesterday },
  switchesYesterday: { count: 1, write: lastDay.switchesYesterday },
  disputesYesterday: { count: 1, write: lastDay.disputesYesterday },
  joinsYesterday: { count: 1, write: lastDay.joinsYesterday },
  incompleteSinceYesterday: { count: 2, write: lastDay.incompleteSinceYesterday },
  leavesYesterday: { count: 1, write: lastDay.leavesYesterday },
} as const satisfies Readonly<Record<string, LifeKind>>;

export type LifeKindName = keyof typeof lifeKinds;
