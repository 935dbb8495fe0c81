import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { TRACE_VERSION } from '../../lib/trace/trace-event';
import {
  BASE_FIELDS,
  EVENT_FIELDS,
  type Field,
  PLACE_FIELDS,
  problemOf,
  VARIABLE_FIELDS,
} from '../../lib/trace/trace-format';
import { ROOT, sectionOf } from '../docs-pages';

const PAGE = readFileSync(join(ROOT, 'docs', 'reference', 'trace-format.md'), 'utf8');

/** The cells of the tables on the page that have so many columns, a row each, without the rule and the heading. */
function rows(columns: number): string[][] {
  const lines = PAGE.split('\n').filter((line) => /^\| `/.test(line));
  const cells = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return cells.filter(({ length }) => length === columns);
}

/** How the page says what a field is. */
function shown({ what, isOptional }: Field): string {
  return isOptional ? `${what}, or left out` : what;
}

describe('The page on the format of a trace', () => {
  it('has a row for each type of event', () => {
    const types = rows(2).map(([type]) => type);
    const others = ['`format`', '`version`', '`program`', '`sources`'];
    expect(types.filter((type) => !others.includes(type as string)).sort()).to.deep.equal(
      Object.keys(EVENT_FIELDS)
        .map((type) => `\`${type}\``)
        .sort(),
    );
  });

  it('has a row for each field of each type, and says what it is', () => {
    const fields = rows(4).map(([type, field, is]) => `${type} ${field} ${is}`);
    const expected = Object.entries(EVENT_FIELDS).flatMap(([type, ofType]) =>
      Object.entries(ofType).map(([name, field]) => `\`${type}\` \`${name}\` ${shown(field)}`),
    );
    expect(fields.sort()).to.deep.equal(expected.sort());
  });

  it('has a row for each field that every event has', () => {
    const expected = Object.entries(BASE_FIELDS).map(([name, field]) => [`\`${name}\``, shown(field)]);
    expect(rows(3).map(([name, is]) => [name, is])).to.deep.equal([['`type`', 'a text'], ...expected]);
  });

  it('names what a place has, and a variable', () => {
    const paragraph = PAGE.split('\n\n').find((text) => text.startsWith('**Places.**')) ?? '';
    const named = new Set([...paragraph.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect([...named]).to.have.members([...Object.keys(PLACE_FIELDS), ...Object.keys(VARIABLE_FIELDS).slice(1)]);
  });

  it('is about the version that is written now', () => {
    expect(sectionOf(PAGE, '## Versions')).to.include(`This is version ${TRACE_VERSION}.`);
  });
});

describe('problemOf an event', () => {
  const place = { name: 'main', file: 'app.ts', line: 1, column: 2 };
  const suspend = { type: 'suspend', n: 1, time: 0, cause: 0, task: 1 };

  it('is none where it has what it must have', () => {
    expect(problemOf(suspend)).to.equal(undefined);
  });

  it('is none where it has what it may have', () => {
    const variables = [{ name: 'n', value: '1' }];
    const whole = {
      ...suspend,
      loop: 2,
      future: 1,
      label: 'Lock',
      primitive: 3,
      chain: [place, { ...place, variables }],
    };
    expect(problemOf(whole)).to.equal(undefined);
  });

  it('is found within what it has', () => {
    const wrong = [
      { ...place, line: undefined },
      { ...place, more: 1 },
      { ...place, variables: [{ name: 'n' }] },
    ];
    const problems = wrong.map((each) => problemOf({ ...suspend, chain: [each] })?.slice(0, 66));
    const expected = 'the field \'chain\' of an event of type "suspend" is a list of places,';
    expect(problems).to.deep.equal(wrong.map(() => expected.slice(0, 66)));
  });
});
