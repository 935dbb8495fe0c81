import { expect } from 'chai';
import { EventLoop, sleep, type Task, TaskGroup, ValueError } from '../../lib';
import { collectReports } from '../support';

describe('TaskGroup: entered by hand, and never left', () => {
  let loop: EventLoop;
  let reports: Record<string, unknown>[];

  beforeEach(() => {
    loop = new EventLoop();
    reports = collectReports(loop);
  });

  async function child(error?: Error) {
    await sleep(1);
    if (error !== undefined) throw error;
  }

  /** Run a task that makes another in a group, and ends before that does. Gives both, and the group. */
  function outlive(error?: Error): { parent: Task; task: Task; group: TaskGroup } {
    const group = new TaskGroup();
    async function main() {
      await group.aenter();
      return group.createTask(child(error), { name: 'Child' });
    }
    const parent = loop.createTask(main(), { name: 'Parent' });
    const task = loop.runUntilComplete(parent);
    loop.runUntilComplete(sleep(2));
    return { parent: parent as Task, task: task as unknown as Task, group };
  }

  it('reports a task that fails when its parent is done already', () => {
    const error = new ValueError('late');
    const { parent, task } = outlive(error);
    expect(reports).to.deep.equal([
      {
        message: `Task ${task} has errored out but its parent task ${parent} is already completed`,
        exception: error,
        task,
      },
    ]);
  });

  it('cancels none of the others then, and does not report it again when the loop is closed', () => {
    const { group } = outlive(new ValueError('late'));
    const before = reports.length;
    loop.close();
    expect([String(group), before, reports.length]).to.deep.equal(['<TaskGroup errors=1 entered>', 1, 1]);
  });

  it('has nothing to report of a task that ends well', () => {
    const { group } = outlive();
    expect([String(group), reports]).to.deep.equal(['<TaskGroup entered>', []]);
  });
});
