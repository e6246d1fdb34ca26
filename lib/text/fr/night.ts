// What the night writes on the Rapprochement and Demandes tabs.

export const night = {
  repair: 'réparation après déplacement de lignes',
  who: 'nuit',
  pointsStep: 'points de fidélité',
  /** Reason of the entries that give hand-typed points a lot, so that they can be spent and expire. */
  pointsPutInLot: (entry: string) => `mise en lot de ${entry}`,
  pointsPutInLotWithoutEntry: 'mise en lot',
  /** Reason of the entries that bring a lot back to zero when more was taken from it than it held. */
  pointsLotOverdrawn: 'lot à découvert',
};
