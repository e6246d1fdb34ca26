// A product of the demo shop. Prices include tax; costs and purchase prices do not. `weight` says how often it is ordered
// against the others.

export interface CatalogueProduct {
  readonly sku: string;
  readonly name: string;
  readonly partnerId: string;
  readonly category: string;
  readonly priceCents: number;
  readonly vatRate: number;
  readonly grams: number;
  readonly weight: number;
  /** Numbers of the months it is sold in; all year when left out. */
  readonly months?: readonly number[];
}

/** Kept in stock in the hubs. */
export interface HeroProduct extends CatalogueProduct {
  readonly costCents: number;
  readonly targetStock: number;
  readonly pack: number;
  readonly shelfLifeDays: number;
  readonly dateKind: 'ddm' | 'no_date';
  readonly substitute: string;
}
