/**
 * The panel of locks, queues and their kin.
 *
 * What each shows of itself, who holds it, what it holds, and who stands in its line.
 */

import type { PrimitiveState } from '../trace/state/primitive-state';
import { primitiveText } from '../trace/why/short-names';
import type { Content } from './list-panel';
import type { Scene } from './scene';

/** How many names or items are shown. */
const MANY = 5;

export const PRIMITIVES: Content<PrimitiveState> = {
  id: 'primitives',
  rowHeight: 60,
  empty: 'No lock and no queue so far.',
  items: ({ state }) => [...state.primitives.values()],
  entry: (state, scene) => {
    const { primitive, text } = state;
    const { index } = scene.run;
    return {
      key: primitive,
      event: index.primitiveAt(primitive, scene.state.event)?.n ?? 0,
      look: 'lines',
      texts: [
        ['name', primitiveText(index, primitive, scene.state.event)],
        ['text detail', shortened(text)],
        ['text', detailOf(state, scene)],
      ],
    };
  },
};

/** Of a repr, what is not shown otherwise: `locked, waiters:1`, `maxsize=2 tasks=4`. */
function shortened(text: string): string {
  return /^<.* object \[([^\]]*)\]>$/.exec(text)?.[1] ?? text.replace(/^<\w+ ?|>$| _\w+=?\[.*?\]/g, '');
}

function detailOf({ owners, waiters, items, size }: PrimitiveState, scene: Scene): string {
  const parts = [
    ...(owners.length > 0 ? [`held by ${someOf(namesOf(owners, scene))}`] : []),
    ...(items.length > 0 ? [`holds ${someOf(items, size)}`] : []),
    waiters.length > 0
      ? `in line: ${someOf(
          namesOf(
            waiters.map(({ task }) => task),
            scene,
          ),
        )}`
      : 'nobody in line',
  ];
  return parts.join(' · ');
}

function namesOf(tasks: readonly (number | undefined)[], { state }: Scene): string[] {
  return tasks.map((task) => state.tasks.get(task ?? 0)?.name ?? 'somebody');
}

function someOf(texts: readonly string[], total = texts.length): string {
  const more = total - Math.min(texts.length, MANY);
  return [...texts.slice(0, MANY), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
