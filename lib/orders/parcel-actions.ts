// The forms about parcels: handed to the carrier, where they are, delivered.
import { defineAction } from '#lib/actions/action.ts';
import { choiceField, dayField, linesField, moneyField, rowField, textField } from '#lib/actions/field.ts';
import { type ShipmentsRow, shipments } from '#lib/tables/shipments.ts';
import { parcelOptions, selectedParcels } from './order-form-options.ts';
import { hasLeft } from './order-progress.ts';
import { planShipOrder } from './plan-ship-order.ts';
import { planTrackParcels, type TrackParcelsInput } from './plan-track-parcels.ts';

const canShip = ({ status }: ShipmentsRow): boolean => status === 'to_prepare' || status === 'label_made';
const canArrive = ({ status }: ShipmentsRow): boolean =>
  hasLeft(status) && status !== 'delivered' && status !== 'sent_back';
const isLiving = ({ status }: ShipmentsRow): boolean => status !== 'voided';

export const shipParcelsAction = defineAction({
  id: 'ship-parcels',
  menu: 'orders',
  startsFrom: ['orders', 'lines', 'shipments'],
  reads: [
    ...(['orders', 'lines', 'shipments', 'products', 'lots', 'hubs', 'partners', 'carriers'] as const),
    ...(['partnerProducts', 'purchases'] as const),
  ],
  appends: ['movements'],
  fields: {
    parcels: linesField({
      shipmentId: rowField('shipments', { required: true }),
      carrierId: rowField('carriers'),
      trackingNumber: textField(),
      costCents: moneyField(),
    }),
    shippedOn: dayField(),
  },
  prepare: (context, selection) => {
    const { workbook, clock } = context;
    const parcels = selectedParcels(context, selection, canShip).map(({ shipmentId }) => {
      const { carrierId, trackingNumber, costCents } = workbook.shipments.byId.get(shipmentId) as ShipmentsRow;
      return { shipmentId, carrierId, trackingNumber, costCents };
    });
    const carriers = workbook.carriers.rows.filter(({ active }) => active !== false);
    return {
      initial: { parcels, shippedOn: clock.today },
      options: {
        'parcels.shipmentId': parcelOptions(context, canShip),
        'parcels.carrierId': carriers.map(({ id }) => ({ value: id, label: id })),
      },
    };
  },
  plan: planShipOrder,
});

const trackingStatuses = shipments.columns.status.type;
const errorKinds = shipments.columns.errorKind.type;
const reads = ['orders', 'lines', 'shipments', 'hubs', 'partners'] as const;

export const trackParcelsAction = defineAction({
  id: 'track-parcels',
  menu: 'orders',
  startsFrom: ['orders', 'shipments'],
  reads: [...reads, 'lots'],
  appends: ['movements'],
  fields: {
    parcels: linesField({ shipmentId: rowField('shipments', { required: true }) }),
    status: choiceField<TrackParcelsInput['status'], { readonly required: true }>({ required: true }),
    on: dayField(),
    errorKind: choiceField<NonNullable<TrackParcelsInput['errorKind']>>(),
    errorNote: textField(),
    costCents: moneyField(),
  },
  prepare: (context, selection) => {
    const choices = (codes: readonly string[]) =>
      codes.map((value) => ({ value, label: context.words.choiceLabel(value) }));
    return {
      initial: { parcels: selectedParcels(context, selection, isLiving), on: context.clock.today },
      options: {
        'parcels.shipmentId': parcelOptions(context, (row) => isLiving(row) && row.status !== 'delivered'),
        status:
          trackingStatuses.kind === 'choice' ? choices(trackingStatuses.codes.filter((code) => code !== 'voided')) : [],
        errorKind: errorKinds.kind === 'choice' ? choices(errorKinds.codes) : [],
      },
    };
  },
  plan: planTrackParcels,
});

export const markDeliveredAction = defineAction({
  id: 'mark-delivered',
  menu: 'orders',
  startsFrom: ['orders', 'shipments'],
  reads: [...reads, 'lots'],
  appends: ['movements'],
  fields: { parcels: linesField({ shipmentId: rowField('shipments', { required: true }) }), on: dayField() },
  prepare: (context, selection) => ({
    initial: { parcels: selectedParcels(context, selection, canArrive), on: context.clock.today },
    options: { 'parcels.shipmentId': parcelOptions(context, canArrive) },
  }),
  plan: (context, { parcels, on }, meta) =>
    planTrackParcels(
      context,
      { parcels, on, status: 'delivered', errorKind: null, errorNote: null, costCents: null },
      meta,
    ),
});
