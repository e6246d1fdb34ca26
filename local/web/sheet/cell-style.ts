/** A cell's look in the page's terms: colours, weight, alignment, wrapping. Number patterns are model-data's. */
import type { CellFormat } from '../../sheets-server/workbook/workbook.ts';

export interface PageStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly fontSize?: number;
  readonly fillColor?: string;
  readonly textColor?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
  readonly wrapping?: 'overflow' | 'wrap' | 'clip';
}

type GoogleColor = NonNullable<CellFormat['backgroundColor']>;

const ALIGN = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICAL = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const;
const WRAP = { OVERFLOW_CELL: 'overflow', LEGACY_WRAP: 'clip', CLIP: 'clip', WRAP: 'wrap' } as const;

/** Undefined when nothing of the format shows. */
export function pageStyle(format: CellFormat | undefined): PageStyle | undefined {
  if (format === undefined) return undefined;
  const { textFormat: text, horizontalAlignment, verticalAlignment, wrapStrategy } = format;
  const style = {
    ...(text?.bold && { bold: true }),
    ...(text?.italic && { italic: true }),
    ...(text?.underline && { underline: true }),
    ...(text?.strikethrough && { strikethrough: true }),
    ...(text?.fontSize && { fontSize: text.fontSize }),
    ...colorOf('fillColor', format.backgroundColorStyle?.rgbColor ?? format.backgroundColor),
    ...colorOf('textColor', text?.foregroundColorStyle?.rgbColor ?? text?.foregroundColor),
    ...(horizontalAlignment && { align: ALIGN[horizontalAlignment as keyof typeof ALIGN] }),
    ...(verticalAlignment && { verticalAlign: VERTICAL[verticalAlignment as keyof typeof VERTICAL] }),
    ...(wrapStrategy && { wrapping: WRAP[wrapStrategy as keyof typeof WRAP] }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

function colorOf(name: 'fillColor' | 'textColor', color: GoogleColor | null | undefined): Partial<PageStyle> {
  return color ? { [name]: hexColor(color) } : {};
}

/** `#rrggbb` of a colour whose absent parts are 0. */
export function hexColor({ red, green, blue }: GoogleColor): string {
  const part = (share: number | null | undefined) =>
    Math.round((share ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`;
}

/** The Sheets format that gives the page's style back; a style taken away is written as its absence. */
export function googleFormat(style: PageStyle): CellFormat {
  const upper = <T>(map: Readonly<Record<string, T>>, wanted: T | undefined) =>
    Object.keys(map).find((key) => map[key] === wanted);
  const horizontal = upper(ALIGN, style.align);
  const vertical = upper(VERTICAL, style.verticalAlign);
  const wrap = upper(WRAP, style.wrapping);
  const textFormat = {
    ...(style.bold !== undefined && { bold: style.bold }),
    ...(style.italic !== undefined && { italic: style.italic }),
    ...(style.underline !== undefined && { underline: style.underline }),
    ...(style.strikethrough !== undefined && { strikethrough: style.strikethrough }),
    ...(style.fontSize !== undefined && { fontSize: style.fontSize }),
    ...(style.textColor && { foregroundColorStyle: { rgbColor: rgbOf(style.textColor) } }),
  };
  return {
    ...(Object.keys(textFormat).length > 0 && { textFormat }),
    ...(style.fillColor && { backgroundColorStyle: { rgbColor: rgbOf(style.fillColor) } }),
    ...(horizontal && { horizontalAlignment: horizontal }),
    ...(vertical && { verticalAlignment: vertical }),
    ...(wrap && { wrapStrategy: wrap }),
  };
}

export function rgbOf(hex: string): GoogleColor {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}
