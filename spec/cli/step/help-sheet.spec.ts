import { expect } from 'chai';
import { helpSheet } from '../../../lib/cli/step/help-sheet';
import { COMMAND_OF } from '../../../lib/cli/step/key-table';
import { columnsOf } from '../../../lib/cli/step/line';
import { contentText } from './recorded';

describe('The help', () => {
  const text = contentText(helpSheet()).join('\n');

  it('names every key', () => {
    const names: Record<string, string> = {
      ...{ right: '→', left: '←', up: '↑', down: '↓', home: 'Home', end: 'End', ' ': 'Space' },
      ...{ tab: 'Tab', 'shift-tab': 'Shift-Tab', enter: 'Enter', escape: 'Esc' },
      ...{ 'page-down': 'PgDn', 'page-up': 'PgUp' },
    };
    const unnamed = [...COMMAND_OF.keys()].filter((key) => !text.includes(names[key] ?? key));
    expect(unnamed).to.deep.equal([]);
  });

  it('fits into a window of 80x24', () => {
    const { count, rowAt } = helpSheet();
    const widths = Array.from({ length: count }, (_, i) => columnsOf(rowAt(i).line));
    expect([count <= 21, Math.max(...widths) <= 78]).to.deep.equal([true, true]);
  });
});
