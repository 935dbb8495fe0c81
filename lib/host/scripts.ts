/**
 * Scripts: all that was loaded into the process, found by number or by file.
 *
 * The inspector is asked for them when one is wanted that is not known yet. It takes 150 to 200
 * milliseconds the first time, which nearly all go to the compiler and the host's own scripts,
 * and some 20 for those that are loaded later.
 *
 * Of a file that was loaded twice, the script is the later one; numbers tell them apart.
 */

import type { Inspector, ParsedScript } from './inspector';
import type { NodeModules } from './node';
import { Script } from './script';

export class Scripts {
  private readonly byId = new Map<string, Script | undefined>();
  private readonly byFile = new Map<string, Script | undefined>();

  constructor(
    private readonly inspector: Inspector,
    private readonly node: NodeModules,
  ) {}

  /** Give the script of this number. */
  withId(scriptId: string): Script | undefined {
    return this.find(this.byId, scriptId);
  }

  /** Give the script of this file. */
  ofFile(file: string): Script | undefined {
    return this.find(this.byFile, file);
  }

  private find(scripts: Map<string, Script | undefined>, key: string): Script | undefined {
    if (!scripts.has(key)) {
      this.inspector.withScripts((all) => {
        this.note(all);
        scripts.get(key)?.readCode();
      });
      // Should it still be unknown, that is to be remembered.
      scripts.set(key, scripts.get(key));
    }
    return scripts.get(key);
  }

  private note(all: readonly ParsedScript[]): void {
    for (const parsed of all) {
      const script = this.byId.get(parsed.scriptId) ?? new Script(parsed, this.inspector, this.node);
      this.byId.set(parsed.scriptId, script);
      // In a trace, an ES module goes by its address.
      for (const file of [script.file, parsed.url]) this.byFile.set(file, script);
    }
  }
}
