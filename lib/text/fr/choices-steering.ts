// Labels of the choice codes used by the KPI tabs.

export const steeringChoices = {
  kpi_stock: 'micro-stock',
  kpi_service: 'service',
  kpi_billing: 'encaissement',
  kpi_fulfilment: 'logistique',
  above: 'plus de',
  below: 'moins de',
  at_most: 'au plus',
  reached: 'atteint',
  missed: 'à améliorer',
  no_value: 'pas de mesure',
  rising: 'en hausse',
  falling: 'en baisse',
  steady: 'stable',
} as const;
