/**
 * Inspector: what a debugger sees of the process, asked for from within it.
 *
 * Node's inspector answers at once where it is asked from the process itself, and does not stop
 * it. To the inspector values are known by handles: a value is handed over, and the values behind
 * handles are handed back, by way of a slot of which the inspector has the handle.
 *
 * A question takes some 20 to 150 microseconds, most of them for the internal properties. What
 * is held by a handle is not collected: `letGo` belongs at the end of every look.
 *
 * Counterpart: the `inspect` module, with the frame objects of CPython.
 */

import type { NodeModules } from './node';

/** A value in the inspector's eyes: of a primitive the value, of an object a handle, and a description. */
export interface RemoteValue {
  readonly value?: unknown;
  readonly description?: string;
  readonly objectId?: string;
}

/** A position in the code of a script, counted from 0. */
export interface CodePoint {
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** A position in the code, and of which script. */
export interface CodeLocation extends CodePoint {
  readonly scriptId: string;
}

/** What is told of a script when it is compiled. */
export interface ParsedScript {
  readonly scriptId: string;
  readonly url: string;
  readonly sourceMapURL?: string;
}

/** A call that is under way while the program is stopped, and where it will go on. */
export interface PausedCall {
  readonly functionName: string;
  readonly location: CodeLocation;
  readonly this: RemoteValue;
  /** The innermost first. */
  readonly scopeChain: readonly PausedScope[];
}

/** A scope of such a call; those up to the function's own say where they begin and end. */
export interface PausedScope {
  readonly type: string;
  readonly object: RemoteValue;
  readonly startLocation?: CodeLocation;
  readonly endLocation?: CodeLocation;
}

/** The internal properties of a value, by their names: `[[Scopes]]`. */
export type Internals = ReadonlyMap<string, RemoteValue>;

/** What belongs to the look that is under way. */
const LOOK = 'yieldstar';

export class Inspector {
  private readonly session: InstanceType<NodeModules['inspector']['Session']>;
  private readonly slot: { value: unknown } = { value: undefined };
  private slotId: string | undefined;
  private isDebugging = false;

  private constructor(private readonly node: NodeModules) {
    this.session = new node.inspector.Session();
    this.session.connect();
  }

  /** Begin; undefined where the inspector sees another realm than this one. */
  static open(node: NodeModules): Inspector | undefined {
    const inspector = new Inspector(node);
    inspector.slotId = inspector.findSlot();
    return inspector.slotId === undefined ? undefined : inspector;
  }

  /** For a moment the slot is a global variable, which can be evaluated. */
  private findSlot(): string | undefined {
    const name = '__yieldstarSlot';
    Object.defineProperty(globalThis, name, { value: this.slot, configurable: true });
    try {
      return this.post<{ result: RemoteValue }>('Runtime.evaluate', { expression: name }).result.objectId;
    } finally {
      delete (globalThis as Record<string, unknown>)[name];
    }
  }

  /** Ask, and give the answer. @throws Error where the inspector refuses. */
  post<Answer>(method: string, params: object = {}): Answer {
    let answer: unknown;
    this.session.post(method, params, (error, result) => {
      if (error !== null) throw new Error(`${method}: ${error.message}`);
      answer = result;
    });
    return answer as Answer;
  }

  /** Give the internal properties of `value`. */
  internalsOf(value: object): Internals {
    this.slot.value = value;
    const { objectId } = this.callOnSlot('function () { return this.value; }');
    this.slot.value = undefined;
    return this.internals(objectId);
  }

  /** Give the internal properties of what a handle stands for. */
  internals(objectId: string | undefined): Internals {
    if (objectId === undefined) return new Map();
    const { internalProperties = [] } = this.post<{ internalProperties?: { name: string; value?: RemoteValue }[] }>(
      'Runtime.getProperties',
      { objectId, ownProperties: true, nonIndexedPropertiesOnly: true },
    );
    return new Map(internalProperties.map(({ name, value = {} }) => [name, value]));
  }

  /** Give what the handles stand for; of what is no object, or is not there, undefined. */
  valuesOf(remotes: readonly (RemoteValue | undefined)[]): unknown[] {
    const handles = remotes.map((remote) => (remote?.objectId === undefined ? {} : { objectId: remote.objectId }));
    this.callOnSlot('function (...values) { this.value = values; }', handles);
    const values = this.slot.value as unknown[];
    this.slot.value = undefined;
    return values;
  }

  private callOnSlot(functionDeclaration: string, handles: readonly object[] = []): RemoteValue {
    const params = { objectId: this.slotId, functionDeclaration, arguments: handles, objectGroup: LOOK };
    return this.post<{ result: RemoteValue }>('Runtime.callFunctionOn', params).result;
  }

  /** Let go of all that was looked at. */
  letGo(): void {
    this.post('Runtime.releaseObjectGroup', { objectGroup: LOOK });
  }

  /**
   * Give `use` all scripts that there are. There it can ask for the code of some, too: every time
   * that debugging begins, the inspector goes through them all.
   */
  withScripts(use: (scripts: readonly ParsedScript[]) => void): void {
    const scripts: ParsedScript[] = [];
    const note = ({ params }: { params: ParsedScript }) => scripts.push(params);
    this.session.on('Debugger.scriptParsed', note);
    this.whileDebugging(() => use(scripts));
    this.session.off('Debugger.scriptParsed', note);
  }

  /** Give the code of a script. */
  codeOf(scriptId: string): string {
    const ask = () => this.post<{ scriptSource: string }>('Debugger.getScriptSource', { scriptId }).scriptSource;
    return this.isDebugging ? ask() : this.whileDebugging(ask);
  }

  /**
   * Stop the program for a moment, and give what `look` gives of the calls that are under way, the innermost
   * first; undefined where another debugger may be attached, for which the program would stand still.
   */
  whilePaused<T>(look: (calls: readonly PausedCall[]) => T): T | undefined {
    if (this.node.inspector.url() !== undefined) return undefined;
    let found: T | undefined;
    const onPaused = ({ params }: { params: { callFrames: readonly PausedCall[] } }) => {
      found = look(params.callFrames);
    };
    this.session.on('Debugger.paused', onPaused);
    this.whileDebugging(() => this.post('Debugger.pause'));
    this.session.off('Debugger.paused', onPaused);
    return found;
  }

  /** To debug for longer would slow down whatever compiles code, the questions asked here too; and stop at `debugger`. */
  private whileDebugging<T>(ask: () => T): T {
    this.isDebugging = true;
    this.post('Debugger.enable');
    try {
      return ask();
    } finally {
      this.post('Debugger.disable');
      this.isDebugging = false;
    }
  }
}
