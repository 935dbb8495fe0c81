/**
 * What a handle is called: by whose step it is, by what its timer is for, or by what it calls.
 *
 * A task sleeps by a timer whose callback is this library's own: nobody would know it by the
 * name of that.
 */

import { purposeOf, taskWithin } from '../../trace/why/doer';
import type { Moment } from './moment';

/** Name a handle: `Task-2`, `sleep of Task-2`, `beat()`. */
export function handleName(moment: Moment, handle: number): string {
  const scheduling = moment.index.schedulingOf(handle);
  if (scheduling === undefined) return 'a callback';
  const { task, when, label, n } = scheduling;
  if (task !== undefined) return moment.nameOf(task);
  const packet = moment.index.packetBroughtBy(scheduling);
  if (packet !== undefined) return `${packet.kind} to ${packet.to}`;
  if (when === undefined) return label;
  const purpose = purposeOf(scheduling);
  const owner = taskWithin(moment.index, n);
  return `${purpose === 'timer' ? label : purpose}${owner === undefined ? '' : ` of ${moment.nameOf(owner)}`}`;
}
