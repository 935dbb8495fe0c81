/**
 * Interpreter: a world in which statements are performed: by main, on its stack, and by greenlets, which await
 * each, in a generator or in an async function.
 *
 * Main calls what waits plainly, as programs do; what has a body it runs in a generator.
 *
 * Counterpart: Interpreter in python/interpreter.py, which needs none of these distinctions.
 */

import { gevent, isawaitable, ValueError } from '../../lib';
import { isBase } from '../errors';
import type { Style } from '../run-program';
import { ACTIONS } from './actions';
import type { Action, Body, Name, Program, Statement, Wait } from './program';
import { showError } from './show';
import { Structures } from './structures';
import { WAITS } from './waits';
import type { Steps } from './world';

export class Interpreter extends Structures {
  constructor(
    program: Program,
    private readonly style: Style,
  ) {
    super(program);
  }

  /** Do what main does; what is thrown there is noted, and main goes on. */
  main(): void {
    for (const st of this.program.main) this.telling(() => this.doInMain(st));
    this.telling(() => this.note(`main waits -> ${this.show(gevent.wait(null, 20))}`));
  }

  private telling(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.note(`main ! ${showError(error as Error)}`);
    }
  }

  private doInMain(st: Statement): void {
    if (isWait(st)) this.waitInMain(st);
    else gevent.withTimeout(null, () => this.statement(st, 'main'));
  }

  runner(who: Name, body: Body): () => Steps<Name> {
    return () => this.life(who, body);
  }

  private *life(who: Name, body: Body): Steps<Name> {
    this.note(`${who} begins`);
    try {
      yield* this.block(body, who);
    } catch (error) {
      this.note(`${who} dies ! ${showError(error as Error)}`);
      throw error;
    }
    this.note(`${who} ends`);
    return who;
  }

  block(body: Body, who: Name): Steps {
    return this.style === 'generators' ? this.stepping(body, who) : (this.awaiting(body, who) as unknown as Steps);
  }

  private *stepping(body: Body, who: Name): Steps {
    for (const st of body) yield* this.statement(st, who);
  }

  private async awaiting(body: Body, who: Name): Promise<void> {
    for (const st of body) await this.statement(st, who);
  }

  private *statement(st: Statement, who: Name): Steps {
    if (st.op === 'raise') throw new ValueError('raised');
    if (isAction(st)) return this.act(st, who);
    return yield* isWait(st) ? this.wait(st, who) : this.structure(st, who);
  }

  // ----- What does not wait

  private act(st: Exclude<Action, { op: 'raise' }>, who: Name): void {
    if (!this.isPossible(st, who)) return;
    try {
      this.note(`${who} ${labelOf(st)} -> ${this.show(ACTIONS[st.op](this, this.thingOf(st), st as never))}`);
    } catch (error) {
      this.note(`${who} ${labelOf(st)} ! ${showError(error as Error)}`);
      if (isBase(error)) throw error;
    }
  }

  // ----- What waits once

  private waitInMain(st: Wait): void {
    if (!this.isPossible(st, 'main')) return;
    try {
      this.gave(st, 'main', this.begin(st));
    } catch (error) {
      this.failed(st, 'main', error);
    }
  }

  private *wait(st: Wait, who: Name): Steps {
    if (!this.isPossible(st, who)) return;
    try {
      const given = this.begin(st);
      // A switch from main is made at once, in a generator, too.
      this.gave(st, who, isawaitable(given) ? yield* given as Steps<unknown> : given);
    } catch (error) {
      this.failed(st, who, error);
    }
  }

  private begin(st: Wait): unknown {
    return WAITS[st.op](this, this.thingOf(st), st as never);
  }

  private gave(st: Wait, who: Name, value: unknown): void {
    if (st.op === 'poolSpawn') this.named(`g${st.id}`, value as object);
    this.note(`${who} ${labelOf(st)} -> ${this.show(value)}`);
  }

  private failed(st: Statement, who: Name, error: unknown): never {
    this.note(`${who} ${labelOf(st)} ! ${showError(error as Error)}`);
    throw error;
  }

  /** Whether what the statement names is there. */
  private isPossible(st: Statement, who: Name): boolean {
    const isPossible = !('on' in st) || this.things.has(st.on);
    if (!isPossible) this.note(`${who} ${labelOf(st)} absent`);
    return isPossible;
  }

  private thingOf(st: Statement): unknown {
    return 'on' in st ? this.things.get(st.on) : undefined;
  }
}

function isAction(st: Statement): st is Exclude<Action, { op: 'raise' }> {
  return st.op in ACTIONS;
}

function isWait(st: Statement): st is Wait {
  return st.op in WAITS;
}

function labelOf(st: Statement): string {
  return 'on' in st ? `${st.op} ${st.on}` : st.op;
}
