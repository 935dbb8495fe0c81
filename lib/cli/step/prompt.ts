/**
 * The prompt: a line that is typed at the foot of the screen, and what comes of it.
 *
 * It asks where to go, or what to find. While it is there it has all keys, but for Ctrl-C.
 */

import { destinationOf } from './destination';
import type { Key } from './key-decoder';
import { goTo, search } from './moves';
import { clustersOf } from './text-width';
import type { Timeline } from './timeline';
import type { Prompt, View } from './view';

/** Give the view after `key` was pressed while the prompt is there. */
export function typeKey(view: View, key: Key, timeline: Timeline): View {
  const { prompt } = view;
  if (prompt === undefined) return view;
  switch (key) {
    case 'enter':
      return submit({ ...view, prompt: undefined }, prompt, timeline);
    case 'escape':
      return { ...view, prompt: undefined };
    case 'backspace':
      return { ...view, prompt: { ...prompt, text: withoutLast(prompt.text) } };
    case 'ctrl-u':
      return { ...view, prompt: { ...prompt, text: '' } };
  }
  // The names of the other keys are longer than what a key types.
  const isTyped = clustersOf(key).length === 1;
  return isTyped ? { ...view, prompt: { ...prompt, text: prompt.text + key } } : view;
}

function withoutLast(text: string): string {
  return clustersOf(text)
    .slice(0, -1)
    .map((cluster) => cluster.text)
    .join('');
}

function submit(view: View, { kind, text }: Prompt, timeline: Timeline): View {
  if (text.trim() === '') return view;
  if (kind === 'find') return search({ ...view, sought: text }, timeline, 1);
  const destination = destinationOf(text, timeline);
  return 'step' in destination ? goTo(view, timeline, destination.step) : { ...view, message: destination.complaint };
}
