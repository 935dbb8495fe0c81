import { expect } from 'chai';
import { line, textOf } from '../../../lib/cli/step/line';
import { drawPanel, type Frame, listOf, type Row } from '../../../lib/cli/step/panel';

describe('A panel', () => {
  const rows = (...texts: string[]): Row[] => texts.map((text) => ({ line: line(text) }));
  const numbers = (count: number): Row[] => rows(...Array.from({ length: count }, (_, i) => `row ${i + 1}`));
  const drawn = (content: readonly Row[], frame: Partial<Frame> = {}, at?: number): string[] =>
    drawPanel(listOf('title', content, at), {
      width: 20,
      height: 4,
      isFocused: false,
      isWhole: false,
      cursor: undefined,
      ...frame,
    }).map(textOf);

  it('has a title, and rows with room for a mark', () => {
    expect(drawn([{ mark: '+', line: line('new') }, ...rows('old')])).to.deep.equal([
      '─ title ────────────',
      '+ new               ',
      '  old               ',
      '                    ',
    ]);
  });

  it('has a heavy line where the keys are for it', () => {
    expect(drawn([], { isFocused: true })[0]).to.equal('━ title ━━━━━━━━━━━━');
  });

  it('cuts a row that is too long', () => {
    expect(drawn(rows('what is too long for it'))[1]).to.equal('  what is too long …');
  });

  it('breaks it, where it is to be shown whole', () => {
    expect(drawn(rows('what is too long for it'), { isWhole: true }).slice(1)).to.deep.equal([
      '  what is too long  ',
      '    for it          ',
      '                    ',
    ]);
  });

  it('marks the row that was chosen', () => {
    expect(drawn(numbers(2), { cursor: 1 }).slice(1, 3)).to.deep.equal([
      '  row 1             ',
      ' ›row 2             ',
    ]);
  });

  it('says which rows are in sight, where not all are', () => {
    expect(drawn(numbers(9))[0]).to.equal('─ title ──── 1–3/9 ─');
  });

  it('shortens its title rather than that', () => {
    const content = listOf('a title of some length', numbers(1000));
    const frame: Frame = { width: 22, height: 4, isFocused: false, isWhole: false, cursor: undefined };
    expect(textOf(drawPanel(content, frame)[0] ?? [])).to.equal('─ a titl… ─ 1–3/1000 ─');
  });

  describe('that has more rows than are in sight', () => {
    const firstShown = (at: number): string => drawn(numbers(100), { height: 11 }, at)[1]?.trim() ?? '';

    it('has the row in sight that is to be', () => {
      expect(drawn(numbers(100), { height: 4 }, 49).map((row) => row.trim())).to.include('row 50');
    });

    it('moves by half of what is in sight, and seldom', () => {
      expect([40, 41, 42, 46, 47, 52].map(firstShown)).to.deep.equal([
        ...['row 36', 'row 36', 'row 41', 'row 41'],
        ...['row 46', 'row 51'],
      ]);
    });

    it('leaves no row empty at the end', () => {
      expect(drawn(numbers(10), { height: 4 }, 9).map((row) => row.trim())).to.deep.equal([
        '─ title ── 8–10/10 ─',
        ...['row 8', 'row 9', 'row 10'],
      ]);
    });

    it('has the chosen row in sight though rows above it are broken', () => {
      const long = rows(...Array.from({ length: 3 }, () => 'so long that it takes three lines of the panel'), 'last');
      expect(drawn(long, { height: 4, isWhole: true, cursor: 3 })).to.deep.equal([
        '─ title ──── 4–4/4 ─',
        ' ›last              ',
        '                    ',
        '                    ',
      ]);
    });
  });
});
