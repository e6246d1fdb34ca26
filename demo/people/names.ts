// First names, surnames, streets and towns for invented people: common words of France combined by chance. No real person.

export const firstNames: readonly string[] = (
  'Camille Léa Manon Chloé Emma Inès Jade Louise Alice Lina Julie Sarah Marie Anaïs Pauline Clémence Élise Margaux Juliette Océane ' +
  'Mathilde Noémie Solène Claire Hélène Sandrine Nathalie Isabelle Sylvie Valérie Catherine Martine Monique Françoise Aurélie ' +
  'Céline Delphine Émilie Fanny Gaëlle Héloïse Jeanne Justine Laure Lucie Marion Mélanie Morgane Nadia Nora Ophélie Perrine ' +
  'Rachel Romane Salomé Samira Sophie Tiphaine Victoire Yasmine Zoé Agathe Bérénice Capucine Garance Maëlys Myriam Faïza ' +
  'Lucas Hugo Louis Gabriel Arthur Jules Adam Raphaël Nathan Théo Paul Tom Noé Maxime Antoine Baptiste Clément Damien Étienne ' +
  'Florian Guillaume Julien Kévin Loïc Mathieu Nicolas Olivier Pierre Quentin Romain Sébastien Thomas Valentin Xavier Yann ' +
  'Alexandre Benoît Cédric Denis Emmanuel Fabien Gilles Hervé Jérôme Karim Laurent Marc Mehdi Michel Pascal Philippe Rémi ' +
  'Samuel Stéphane Thierry Vincent Yves Bastien Corentin Émile Félix Gaspard Gwenaël Idriss Léon Malo Marius Nino Rayan Simon'
).split(' ');

export const surnames: readonly string[] = (
  'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux ' +
  'Vincent Fournier Morel Girard André Lefèvre Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau ' +
  'Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson ' +
  'Sanchez Gérard Nguyen Boyer Denis Lemaire Duval Joly Gautier Roger Roche Roy Noël Meyer Lucas Meunier Jean Perez Marchand ' +
  'Dufour Blanchard Marie Barbier Brun Dumas Brunet Schmitt Leroux Colas Fernandez Pierre Renard Arnaud Rolland Caron Aubert ' +
  'Giraud Leclerc Vidal Bourgeois Renaud Lemoine Picard Gaillard Philippe Leclercq Lacroix Fabre Dupuis Olivier Rodriguez Costa ' +
  'Hubert Charles Adam Guillot Rivière Legall Guillaume Benoit Bouvier Lebrun Moulin Pons Charpentier Bailly Tessier Berger ' +
  'Vasseur Carpentier Besson Cousin Maillard Schneider Prévost Marty Collin Huet Jacquet Aubry Weber Poirier Klein Barre ' +
  'Le_Goff Le_Roux Le_Gall De_Oliveira Da_Silva Benali Haddad Traoré Diallo Cissé Ben_Amar El_Amrani Kowalski Rossi Ferrari ' +
  'Pereira Gonçalves Hoarau Payet Grondin Bocquet Delattre Devaux Chauvin Launay Tanguy Kerbrat Guivarch Etchegaray Casanova'
)
  .split(' ')
  .map((name) => name.replace('_', ' '));

export const streets: readonly string[] = [
  'rue des Lilas',
  'rue du Moulin',
  'avenue de la Gare',
  'chemin des Vignes',
  'rue de l’Église',
  'allée des Tilleuls',
  'place du Marché',
  'rue Victor-Hugo',
  'rue des Écoles',
  'boulevard de la République',
  'impasse du Four',
  'rue Jean-Jaurès',
  'chemin du Lavoir',
  'rue de la Fontaine',
  'avenue des Acacias',
  'rue Pasteur',
  'quai des Tanneurs',
  'rue du Vieux-Pont',
  'route de la Forêt',
  'rue des Jardins',
  'cours Gambetta',
  'rue de la Paix',
  'allée des Cerisiers',
  'rue Haute',
];

/** Postal code and town. */
export const towns: readonly (readonly [postalCode: string, town: string])[] = [
  ['75011', 'Paris'],
  ['75018', 'Paris'],
  ['75020', 'Paris'],
  ['69003', 'Lyon'],
  ['69007', 'Lyon'],
  ['13006', 'Marseille'],
  ['31000', 'Toulouse'],
  ['44000', 'Nantes'],
  ['33000', 'Bordeaux'],
  ['35000', 'Rennes'],
  ['59000', 'Lille'],
  ['67000', 'Strasbourg'],
  ['34000', 'Montpellier'],
  ['38000', 'Grenoble'],
  ['06000', 'Nice'],
  ['21000', 'Dijon'],
  ['49000', 'Angers'],
  ['29200', 'Brest'],
  ['37000', 'Tours'],
  ['63000', 'Clermont-Ferrand'],
  ['87000', 'Limoges'],
  ['76000', 'Rouen'],
  ['14000', 'Caen'],
  ['54000', 'Nancy'],
  ['57000', 'Metz'],
  ['25000', 'Besançon'],
  ['86000', 'Poitiers'],
  ['17000', 'La Rochelle'],
  ['64000', 'Pau'],
  ['64100', 'Bayonne'],
  ['66000', 'Perpignan'],
  ['73000', 'Chambéry'],
  ['74000', 'Annecy'],
  ['56000', 'Vannes'],
  ['22000', 'Saint-Brieuc'],
  ['26000', 'Valence'],
  ['07200', 'Aubenas'],
  ['04100', 'Manosque'],
  ['84000', 'Avignon'],
  ['30000', 'Nîmes'],
  ['09000', 'Foix'],
  ['12000', 'Rodez'],
  ['15000', 'Aurillac'],
  ['19100', 'Brive-la-Gaillarde'],
  ['24000', 'Périgueux'],
  ['01000', 'Bourg-en-Bresse'],
  ['39000', 'Lons-le-Saunier'],
  ['68000', 'Colmar'],
  ['80000', 'Amiens'],
  ['93100', 'Montreuil'],
  ['92120', 'Montrouge'],
  ['94200', 'Ivry-sur-Seine'],
  ['78000', 'Versailles'],
  ['91400', 'Orsay'],
  ['20200', 'Bastia'],
  ['97400', 'Saint-Denis'],
];
