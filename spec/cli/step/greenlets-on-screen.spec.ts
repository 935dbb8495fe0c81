import { expect } from 'chai';
import { codePanel } from '../../../lib/cli/step/code-panel';
import { findEvent } from '../../../lib/cli/step/finder';
import { handleName } from '../../../lib/cli/step/handle-name';
import { headLine } from '../../../lib/cli/step/head';
import { textOf } from '../../../lib/cli/step/line';
import { tasksPanel } from '../../../lib/cli/step/tasks-panel';
import { Timeline } from '../../../lib/cli/step/timeline';
import { greenletTrace, pingPong } from '../../trace/greenlet-trace';
import { sending } from '../../trace/packets';
import { placingHost, recordedTrace } from '../../trace/recorded-trace';
import { contentText, viewAfter } from './recorded';

const { header, events } = greenletTrace(pingPong, { host: placingHost() });
const sources = { '/home/me/app.ts': 'a line\n'.repeat(30) };
const greenlets = new Timeline({ header: { ...header, sources }, events });

describe('A screen that shows greenlets', () => {
  it('has them in the place of tasks, those that have not begun included', () => {
    const rows = (step: number) => {
      const moment = greenlets.at(step);
      return contentText(tasksPanel(moment, greenlets.extent, moment.runner));
    };
    expect([rows(0), rows(2)]).to.deep.equal([
      ['greenlets 3', '▶ main  waits  a switch', '+ ping  waits  its first switch', '+ pong  waits  its first switch'],
      ['greenlets 3', '  main  waits  a switch', '  ping  waits  a switch', '▶ pong  waits  a switch'],
    ]);
  });

  it('shows in which line each is suspended', () => {
    const moment = greenlets.at(2);
    const rows = contentText(codePanel(moment, moment.runner, 40));
    expect(rows.filter((row) => /·|◂/.test(row)).map((row) => row.replace(/ +/g, ' '))).to.deep.equal([
      'app.ts:20 · pong',
      ' 1 a line ◂ main',
      ' 10 a line ◂ ping',
      '▶ 20 a line ◂ pong',
    ]);
  });

  it('tells at its head who goes on', () => {
    expect(textOf(headLine(greenlets, viewAfter(greenlets, 'l*3'))).trimEnd()).to.match(/step 3 of 4 .* ▶ ping$/);
  });

  it('finds a switch by who is switched to, and by what is passed on', () => {
    const found = ['pong', '14'].map((word) => greenlets.stepOf(findEvent(word, greenlets.at(1), 1) as number));
    expect(found).to.deep.equal([2, 3]);
  });
});

describe('A screen that shows packets', () => {
  const timeline = new Timeline(recordedTrace(sending));

  it('calls what will bring one by what it is for', () => {
    const moment = timeline.at(3);
    expect(moment.state.sortedTimers.map(({ handle }) => handleName(moment, handle))).to.deep.equal([
      'data to server:80',
    ]);
  });

  it('finds it by its ends, and by what is in it', () => {
    const found = ['client:49152', 'hello'].map((word) =>
      timeline.stepOf(findEvent(word, timeline.at(3), 1) as number),
    );
    expect(found).to.deep.equal([4, 4]);
  });
});
