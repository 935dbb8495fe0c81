/**
 * Palette: the colours of the style sheet, for what is painted on a canvas.
 *
 * They are read anew whenever light turns to dark: a canvas does not follow by itself.
 */

const NAMES = [
  'canvas',
  'gap',
  'rule',
  'ink',
  'muted',
  'accent',
  'on-accent',
  'current',
  'ready',
  'waiting',
  'dead',
  'result',
  'exception',
  'cancelled',
] as const;

/** Each colour, as a canvas takes it. */
export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

/** Read the colours as they are now. */
export function readPalette(): Palette {
  const probe = document.body.appendChild(document.createElement('i'));
  const colours = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours);
}
