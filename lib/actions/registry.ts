// Every action, in the order of the menu. The menu, the sidebar, the bundle's global names and the README's table come from
// this list; an action that is not in it does not exist for a person.

import { failedPaymentsAction, prepareFailureMessagesAction } from '#lib/billing/failed-payment-actions.ts';
import { requestChangeAction, withdrawRequestAction } from '#lib/billing/request-actions.ts';
import { customerCardAction } from '#lib/customers/customer-card-action.ts';
import { erasePersonAction } from '#lib/customers/erase-person-action.ts';
import { exportPersonAction } from '#lib/customers/export-person-action.ts';
import { unansweredQuestionsAction } from '#lib/faq/unanswered-questions-action.ts';
import { useFaqAction } from '#lib/faq/use-faq-action.ts';
import { showForecastAction } from '#lib/forecast/show-forecast-action.ts';
import { showKpiRowsAction } from '#lib/kpi/show-kpi-rows-action.ts';
import { updateKpisAction } from '#lib/kpi/update-kpis-action.ts';
import { enterOrderAction } from '#lib/orders/enter-order-action.ts';
import { importOrdersAction } from '#lib/orders/import/import-orders-action.ts';
import { markDeliveredAction, shipParcelsAction, trackParcelsAction } from '#lib/orders/parcel-actions.ts';
import { prepareDelayRepliesAction } from '#lib/orders/prepare-delay-replies-action.ts';
import { printPackingSlipsAction, printPickListAction } from '#lib/orders/print-actions.ts';
import { routeOrdersAction } from '#lib/orders/route-orders-action.ts';
import { cancelOrderAction, returnOrderAction } from '#lib/orders/take-back-actions.ts';
import { adjustPointsAction } from '#lib/points/adjust-points-action.ts';
import { givePointsAction } from '#lib/points/give-points-action.ts';
import { restorePointsAction, spendPointsAction } from '#lib/points/order-points-actions.ts';
import { pointsStatementAction } from '#lib/points/points-statement-action.ts';
import { prepareExpiryNoticesAction } from '#lib/points/prepare-expiry-notices-action.ts';
import { cancelPurchaseAction, changeExpectedDayAction, sendPurchaseAction } from '#lib/purchases/purchase-actions.ts';
import { editTemplateAction } from '#lib/replies/edit-template-action.ts';
import { markReplySentAction, retryDraftAction } from '#lib/replies/open-reply-actions.ts';
import { replyAction } from '#lib/replies/reply-action.ts';
import { weeklyReviewAction } from '#lib/review/weekly-review-action.ts';
import { grantExceptionAction } from '#lib/stock/grant-exception-action.ts';
import { moveLotAction } from '#lib/stock/move-lot-action.ts';
import { pickOrdersAction } from '#lib/stock/pick-orders-action.ts';
import { quarantineLotAction, releaseLotAction } from '#lib/stock/quarantine-actions.ts';
import { receivePurchaseAction } from '#lib/stock/receive-purchase-action.ts';
import { removeStockAction } from '#lib/stock/remove-stock-action.ts';
import { comparePoliciesAction } from '#lib/stock/reorder/compare-policies-action.ts';
import { proposePurchasesAction } from '#lib/stock/reorder/propose-purchases-action.ts';
import { returnFromCustomerAction } from '#lib/stock/return-from-customer-action.ts';
import { returnToSupplierAction } from '#lib/stock/return-to-supplier-action.ts';
import { settleLotAction } from '#lib/stock/settle-lot-action.ts';
import { openStockTakeAction, validateStockTakeAction } from '#lib/stock/stock-take-actions.ts';
import { followTicketAction } from '#lib/tickets/follow-ticket-action.ts';
import { newTicketAction } from '#lib/tickets/new-ticket-action.ts';
import { recordSurveyAction } from '#lib/tickets/record-survey-action.ts';
import { ticketsToTreatAction } from '#lib/tickets/tickets-to-treat-action.ts';
import type { Action } from './action.ts';
import type { Fields } from './field.ts';

/** A list cannot know each one's fields: the input of `plan` always comes from decode-input with the same action's fields. */
function registered<F extends Fields>(action: Action<F>): Action {
  return action as unknown as Action;
}

export const actions: readonly Action[] = [
  registered(proposePurchasesAction),
  registered(sendPurchaseAction),
  registered(receivePurchaseAction),
  registered(changeExpectedDayAction),
  registered(cancelPurchaseAction),
  registered(showForecastAction),
  registered(comparePoliciesAction),
  registered(returnFromCustomerAction),
  registered(returnToSupplierAction),
  registered(removeStockAction),
  registered(quarantineLotAction),
  registered(releaseLotAction),
  registered(moveLotAction),
  registered(openStockTakeAction),
  registered(validateStockTakeAction),
  registered(settleLotAction),
  registered(grantExceptionAction),
  registered(enterOrderAction),
  registered(importOrdersAction),
  registered(routeOrdersAction),
  registered(printPickListAction),
  registered(pickOrdersAction),
  registered(printPackingSlipsAction),
  registered(shipParcelsAction),
  registered(trackParcelsAction),
  registered(markDeliveredAction),
  registered(prepareDelayRepliesAction),
  registered(returnOrderAction),
  registered(cancelOrderAction),
  registered(replyAction),
  registered(markReplySentAction),
  registered(retryDraftAction),
  registered(editTemplateAction),
  registered(ticketsToTreatAction),
  registered(newTicketAction),
  registered(followTicketAction),
  registered(recordSurveyAction),
  registered(useFaqAction),
  registered(unansweredQuestionsAction),
  registered(customerCardAction),
  registered(exportPersonAction),
  registered(erasePersonAction),
  registered(requestChangeAction),
  registered(withdrawRequestAction),
  registered(failedPaymentsAction),
  registered(prepareFailureMessagesAction),
  registered(pointsStatementAction),
  registered(givePointsAction),
  registered(spendPointsAction),
  registered(restorePointsAction),
  registered(adjustPointsAction),
  registered(prepareExpiryNoticesAction),
  registered(weeklyReviewAction),
  registered(updateKpisAction),
  registered(showKpiRowsAction),
];

export const actionById: ReadonlyMap<string, Action> = new Map(actions.map((action) => [action.id, action]));
