/**
 * Making and finding elements of the page.
 *
 * Texts enter only as text, never as HTML: what a program calls its tasks, or writes, cannot
 * become part of the page.
 */

/** What an element is to have; undefined and false leave it out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Make an element. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** Give an element these attributes, and take away those that are undefined or false. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? '' : String(value);
    if (value === undefined || value === false) target.removeAttribute(name);
    else if (target.getAttribute(name) !== text) target.setAttribute(name, text);
  }
}

/** Make a button that does `action`. */
export function button(attributes: Attributes, action: () => void, ...children: (Node | string)[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', action);
  return made;
}

/** Give a region another content. Where the focus was in it, it stays: on the region itself. */
export function replaceContent(region: HTMLElement, ...children: readonly Node[]): void {
  const hadFocus = region.contains(document.activeElement);
  region.replaceChildren(...children);
  if (hadFocus) region.focus({ preventScroll: true });
}

/** Find the element of this id, which is known to be there, and to be of this class. */
export function byId<T extends Element = HTMLElement>(id: string): T {
  return document.getElementById(id) as unknown as T;
}
