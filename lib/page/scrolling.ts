/**
 * Scrolling by the page itself: all at once, right before the next picture.
 *
 * To scroll takes a layout of the page. Done where it is wanted, among changes of the page, it
 * would take one each time.
 */

const toScroll = new Map<Element, ScrollToOptions>();

/** Have an element scrolled to there before it is next seen. */
export function scrollSoon(target: Element, position: ScrollToOptions): void {
  if (toScroll.size === 0) requestAnimationFrame(scrollAll);
  toScroll.set(target, position);
}

function scrollAll(): void {
  for (const [target, position] of toScroll) target.scrollTo({ ...position, behavior: 'instant' });
  toScroll.clear();
}
