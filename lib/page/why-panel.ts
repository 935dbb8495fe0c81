/**
 * The panel that answers "why?": the chain of causes of what was asked about, each link a
 * link to its step. As long as nothing is asked, it tells what happened in the step, and why
 * the step was taken; and what one should look at first in this run.
 */

import type { TraceEvent } from '../trace/trace-event';
import { why } from '../trace/why/why';
import { button, byId, element, replaceContent } from './element';
import type { Finding } from './findings';
import type { Actor, Scene, View } from './scene';
import { scrollSoon } from './scrolling';
import { hashOf } from './whereabouts';

/** How many events of a step, and how many findings, are told of. */
const MANY = 30;
/** How many links a chain of causes has. */
const LINKS = 20;

export class WhyPanel implements View {
  private readonly panel = byId('why');
  private readonly title = byId('why-title');
  private readonly back = byId<HTMLButtonElement>('why-close');
  private findings: HTMLElement[] | undefined = undefined;

  constructor(private readonly actor: Actor) {}

  show(scene: Scene): void {
    const { asked, step, run } = scene;
    this.findings ??= findingsOf(run.findings);
    this.back.hidden = asked === undefined;
    this.title.textContent = asked === undefined ? `Step ${step.toLocaleString('en')}` : 'Why?';
    replaceContent(
      this.panel,
      ...(asked === undefined ? this.happenings(scene) : []),
      ...reasons(scene, asked ?? run.eventOfStep(step)),
      ...(asked === undefined ? this.findings : []),
    );
    scrollSoon(this.panel, { top: 0 });
  }

  private happenings({ run, step }: Scene): HTMLElement[] {
    const events = worthTelling(run.replay.eventsOf(step));
    const first = events.slice(0, MANY).map((event) => ({ event, sentence: run.sentence(event.n) }));
    const told = first.filter(isNew).map(({ event, sentence }) => {
      const ask = (): void => this.actor.ask(event.n);
      return element('li', { class: lookOf(event) }, button({ class: 'link' }, ask, sentence));
    });
    if (events.length > MANY) told.push(element('li', { class: 'more' }, moreText(events.length - MANY)));
    const title = step === 0 ? 'Before the loop ran' : 'What happened';
    const nothing = element('p', { class: 'empty' }, 'Nothing happened.');
    return [element('h3', {}, title), told.length === 0 ? nothing : element('ol', { class: 'happenings' }, ...told)];
  }
}

/** That a sleep is due, is run, and is over, is said once. */
function isNew({ sentence }: Told, i: number, all: readonly Told[]): boolean {
  return all.findIndex((other) => other.sentence === sentence) === i;
}

interface Told {
  readonly sentence: string;
}

function lookOf(event: TraceEvent): string {
  return event.type === 'end' ? `end ${event.outcome}` : event.type;
}

/** Leave out what the events around it say, too: that a task which goes on is run, that one which is woken will be. */
function worthTelling(events: readonly TraceEvent[]): TraceEvent[] {
  const goesOn = events.some(({ type }) => type === 'resume');
  return events.filter((event) => {
    const isOfTask = event.type === 'schedule' && event.task !== undefined;
    const isLeftToLoop = event.type === 'switch' && event.to === undefined;
    return !isOfTask && !isLeftToLoop && !(event.type === 'run' && goesOn);
  });
}

function reasons({ run, state, asked }: Scene, event: number): HTMLElement[] {
  const chain = why(run.index, event, { at: Math.max(event, state.event), limit: LINKS });
  if (chain.length === 0) return [];
  const links = chain.map((cause) => {
    const step = run.replay.stepOf(cause.event);
    return element(
      'li',
      {},
      element('a', { href: hashOf({ step, why: cause.event }) }, cause.sentence),
      stepMark(step),
    );
  });
  if (links.length === LINKS) links.push(element('li', { class: 'more' }, 'and so on: ask about the last of these'));
  const title = asked === undefined ? 'Why was this step taken?' : 'From the effect back to its causes';
  return [element('h3', {}, title), ...textOf(run.index.event(event)), element('ol', { class: 'causes' }, ...links)];
}

/** What is too long for a sentence: who waits for whom, the trace of an error. */
function textOf(event: { readonly type?: string; readonly text?: string } = {}): HTMLElement[] {
  const isLong = event.type === 'deadlock' || event.type === 'leftover' || event.type === 'end';
  return isLong && event.text !== undefined ? [element('pre', {}, event.text)] : [];
}

function stepMark(step: number): HTMLElement {
  return element('span', { class: 'step-mark' }, `step ${step.toLocaleString('en')}`);
}

function findingsOf(findings: readonly Finding[]): HTMLElement[] {
  if (findings.length === 0) return [];
  const told = findings.slice(0, MANY).map(({ kind, title, text = '', event, step }) => {
    const [line = ''] = text.split('\n');
    const link = element('a', { href: hashOf({ step, why: event }) }, line === '' ? title : `${title}: ${line}`);
    return element('li', { class: kind }, link, stepMark(step));
  });
  if (findings.length > MANY) told.push(element('li', { class: 'more' }, moreText(findings.length - MANY)));
  return [element('h3', {}, 'In this run'), element('ul', { class: 'findings' }, ...told)];
}

function moreText(more: number): string {
  return `and ${more.toLocaleString('en')} more`;
}
