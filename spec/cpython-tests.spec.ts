import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT, sectionOf } from './docs-pages';
import { itNamesSpecs, type Row, repeated, rowsOf } from './spec-tables';

const { findCPython } = require('../tools/find-cpython.js');

const PAGE = join(ROOT, 'docs', 'reference', 'cpython-tests.md');

const COLUMNS = ['test', 'ours'];

/** How many tests of each file can be carried over: the others are about real sockets, threads, signals, memory or C. */
const FILES: [file: string, tests: number][] = [
  ['test_base_events.py', 36],
  ['test_context.py', 1],
  ['test_eager_task_factory.py', 14],
  ['test_events.py', 24],
  ['test_futures.py', 41],
  ['test_futures2.py', 3],
  ['test_locks.py', 74],
  ['test_pep492.py', 8],
  ['test_queues.py', 40],
  ['test_runners.py', 24],
  ['test_server.py', 5],
  ['test_staggered.py', 5],
  ['test_streams.py', 63],
  ['test_taskgroups.py', 39],
  ['test_tasks.py', 140],
  ['test_timeouts.py', 34],
  ['test_waitfor.py', 19],
];

/** Given names of files, prints the names of the test methods in each, as JSON; nothing where the package is not installed. */
const LIST_TESTS = `
import ast, importlib.util, json, os, sys
def tests_in(tree):
    return [f'{node.name}.{each.name}' for node in tree.body if isinstance(node, ast.ClassDef)
            for each in ast.walk(node) if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))]
try:
    [folder] = importlib.util.find_spec('test.test_asyncio').submodule_search_locations
except (AttributeError, ImportError):
    sys.exit()
print(json.dumps([name for file in sys.argv[1:]
                  for name in tests_in(ast.parse(open(os.path.join(folder, file), encoding='utf-8').read()))]))
`;

/** The tests of a file's section, as `Class.test`. */
function testsIn(section: string): string[] {
  return section.split('\n### ').flatMap((part) => {
    const name = part.slice(0, part.indexOf('\n'));
    return rowsOf(part, COLUMNS).map(({ item }) => `${name}.${item}`);
  });
}

describe("The page on CPython's own tests", () => {
  let text: string;
  let rows: Row[];

  before(() => {
    text = readFileSync(PAGE, 'utf8');
    rows = rowsOf(text, COLUMNS);
  });

  for (const [file, count] of FILES) {
    it(`has a row for each of the ${count} tests of ${file} that can be carried over`, () => {
      const tests = testsIn(sectionOf(text, `## ${file}\n`));
      expect(repeated(tests), 'give each test one row').to.deep.equal([]);
      expect(tests.length).to.equal(count);
    });
  }

  it('has no rows for other files', () => {
    const listed = FILES.reduce((sum, [, count]) => sum + count, 0);
    expect(rows.length, 'list the file, with the number of its tests, in FILES of this spec').to.equal(listed);
  });

  itNamesSpecs(() => rows);

  it('names only tests that CPython 3.13 has', function () {
    const python = findCPython();
    if (!python?.version.startsWith('3.13.')) this.skip();
    const files = FILES.map(([file]) => file);
    const answer = execFileSync(python.command, ['-c', LIST_TESTS, ...files], { encoding: 'utf8' });
    if (answer === '') this.skip();
    const known = new Set<string>(JSON.parse(answer));
    const named = files.flatMap((file) => testsIn(sectionOf(text, `## ${file}\n`)));
    const unknown = named.filter((test) => !known.has(test.replace('.', '.test_')));
    expect(unknown, 'correct the names of these tests, or of their classes').to.deep.equal([]);
  });
});
