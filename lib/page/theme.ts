/**
 * Theme: light or dark. The system's, until the switch says otherwise; what it says is kept
 * with the page's place in the browser's history, and so is still there after a reload.
 *
 * Rejected: the browser's storage, which pages opened from a file have in common, or not at all.
 */

type Choice = 'light' | 'dark';

export class Theme {
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');

  /** `changed` is told whenever light turns to dark, or dark to light. */
  constructor(private readonly changed: () => void) {
    this.apply((history.state as { theme?: Choice } | null)?.theme);
    this.dark.addEventListener('change', () => changed());
    addEventListener('hashchange', () => this.keep());
  }

  /** Turn light to dark, or dark to light. */
  toggle(): void {
    const theme: Choice = this.isDark ? 'light' : 'dark';
    this.apply(theme);
    this.keep();
    this.changed();
  }

  private get isDark(): boolean {
    const { theme } = document.documentElement.dataset;
    return theme === undefined ? this.dark.matches : theme === 'dark';
  }

  /** A link has made a new place in the history, or the choice is new. */
  private keep(): void {
    const { theme } = document.documentElement.dataset;
    if (theme !== undefined) history.replaceState({ theme }, '');
  }

  private apply(theme: Choice | undefined): void {
    if (theme !== undefined) document.documentElement.dataset.theme = theme;
  }
}
