/**
 * The keys of the page.
 *
 * A key has no meaning here where it has another one: in a text field or a list to pick from,
 * in an open dialog; space on a button, up and down in a list, all arrows but with shift on the slider.
 * A text field that is no longer to be seen has the focus until the next frame; keys mean nothing to it.
 */

/** The name of a key, with `Shift+` before the arrows. */
export type Keys = Readonly<Record<string, () => void>>;

/** Have keys do what they are to do. */
export function listenToKeys(keys: Keys): void {
  document.addEventListener('keydown', (event) => {
    const action = keys[nameOf(event)];
    if (action === undefined || event.defaultPrevented || meansSomethingElse(event)) return;
    event.preventDefault();
    action();
  });
}

function nameOf({ key, shiftKey }: KeyboardEvent): string {
  return shiftKey && key.startsWith('Arrow') ? `Shift+${key}` : key;
}

function meansSomethingElse({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const at = target as Element;
  if (ctrlKey || metaKey || altKey || document.querySelector('dialog[open]') !== null) return true;
  if (!at.checkVisibility()) return false;
  if (at.matches('select, input:not([type=range], [type=checkbox])')) return key !== 'Escape';
  if (key === ' ') return at.matches('button, a, input');
  if (key === 'ArrowUp' || key === 'ArrowDown') return at.closest('.scroll, [role=tree]') !== null;
  return false;
}
