// Carriers a French shop is likely to use, with their public tracking pages; {{numero}} is the tracking number.

export const starterCarriers: Readonly<Record<string, { readonly trackingUrl: string; readonly transitDays: number }>> =
  {
    Colissimo: { trackingUrl: 'https://www.laposte.fr/outils/suivre-vos-envois?code={{numero}}', transitDays: 2 },
    Chronopost: {
      trackingUrl: 'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={{numero}}',
      transitDays: 1,
    },
    'Mondial Relay': {
      trackingUrl: 'https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition={{numero}}',
      transitDays: 3,
    },
  };
