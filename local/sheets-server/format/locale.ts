/**
 * What a workbook's locale changes here: separators, day and month order, the words of dates and booleans. Only the locales
 * that this project's workbooks use are told apart; any other writes like en_US.
 */

export interface SheetLocale {
  readonly decimal: ',' | '.';
  /** Between thousands when shown. Google groups French numbers with U+202F. */
  readonly group: string;
  readonly dayFirst: boolean;
  readonly datePattern: string;
  readonly timePattern: string;
  readonly currency: { readonly symbol: string; readonly pattern: string };
  readonly booleans: readonly [trueWord: string, falseWord: string];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** From Sunday on. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

const english: SheetLocale = {
  decimal: '.',
  group: ',',
  dayFirst: false,
  datePattern: 'm/d/yyyy',
  timePattern: 'h:mm:ss am/pm',
  currency: { symbol: '$', pattern: '"$"#,##0.00' },
  booleans: ['TRUE', 'FALSE'],
  months: words('January February March April May June July August September October November December'),
  shortMonths: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
  days: words('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  shortDays: words('Sun Mon Tue Wed Thu Fri Sat'),
};

const french: SheetLocale = {
  decimal: ',',
  group: '\u202f',
  dayFirst: true,
  datePattern: 'dd/mm/yyyy',
  timePattern: 'hh:mm:ss',
  currency: { symbol: '€', pattern: '#,##0.00\u00a0"€"' },
  booleans: ['VRAI', 'FAUX'],
  months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  shortMonths: words('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
  days: words('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  shortDays: words('dim. lun. mar. mer. jeu. ven. sam.'),
};

export function sheetLocale(code: string | null | undefined): SheetLocale {
  return code?.startsWith('fr') ? french : english;
}
