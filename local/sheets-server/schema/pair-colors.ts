/**
 * Colours as Google keeps them: each `…Color` has a `…ColorStyle` beside it and both say the same (the style wins when both
 * were sent); components are 32-bit floats and zeros are left out. A program that compares what it wrote with what it reads
 * meets exactly this.
 */
import type { FieldMask } from './field-mask.ts';
import type { MessageType } from './parse-message-types.ts';

interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
  readonly alpha?: number;
}

const pairsByType = new WeakMap<MessageType, readonly string[]>();

/** Completes the colour members of a message in place. */
export function pairColors(message: Record<string, unknown>, type: MessageType): void {
  for (const name of colorMembers(type)) {
    const color = message[name] as Color | undefined;
    const style = message[`${name}Style`] as { rgbColor?: Color; themeColor?: string } | undefined;
    if (style?.rgbColor) {
      const kept = storedColor(style.rgbColor);
      message[name] = kept;
      message[`${name}Style`] = { rgbColor: kept };
    } else if (color && !style) {
      const kept = storedColor(color);
      message[name] = kept;
      message[`${name}Style`] = { rgbColor: kept };
    }
  }
}

/** A mask that selects one of a pair selects both, or the other would bring the old colour back. */
export function pairColorsInMask(mask: FieldMask): FieldMask {
  if (mask === 'all') return mask;
  const paired = new Map<string, FieldMask>();
  for (const [name, below] of mask) {
    paired.set(name, pairColorsInMask(below));
    const other = /(^c|C)olorStyle$/.test(name) ? name.slice(0, -'Style'.length) : `${name}Style`;
    if (/(^c|C)olor(Style)?$/.test(name) && name !== 'rgbColor' && name !== 'themeColor') paired.set(other, 'all');
  }
  return paired;
}

function colorMembers(type: MessageType): readonly string[] {
  let members = pairsByType.get(type);
  if (members === undefined) {
    members = [...type]
      .filter(([name, field]) => field.kind === 'message' && field.name === 'Color' && type.has(`${name}Style`))
      .map(([name]) => name);
    pairsByType.set(type, members);
  }
  return members;
}

function storedColor(color: Color): Color {
  const components = Object.entries(color).filter(([, component]) => component !== 0);
  return Object.fromEntries(components.map(([name, component]) => [name, shortestFloat(component as number)]));
}

/** The shortest decimal that is the same 32-bit float, as JSON shows it. */
function shortestFloat(value: number): number {
  const float = Math.fround(value);
  for (let digits = 1; digits <= 9; digits += 1) {
    const short = Number(float.toPrecision(digits));
    if (Math.fround(short) === float) return short;
  }
  return float;
}
