// What the night writes on the Rapprochement and Demandes tabs.

export const night = {
  who: 'nuit',
};
