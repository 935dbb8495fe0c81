import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { htmlOf } from '../../lib/cli/html-page';
import type { Trace } from '../../lib/trace/trace-event';
import { handTrace } from '../page/hand-trace';

const NASTY = '</script><script>alert(1)</script><!-- $& $1 $` {{script}} "{{trace}}" \u2028 & é';

function traceWith(text: string): Trace {
  const { header, events } = handTrace([
    { type: 'task', task: 1, name: text, coroutine: 'work' },
    { type: 'output', stream: 'out', text },
  ]);
  return { events, header: { ...header, program: `/home/me/${text}`, sources: { [text]: text } } };
}

/** What stands in the element that begins with `tag`. */
function contentOf(html: string, tag: string): string {
  const from = html.indexOf(tag) + tag.length;
  return html.slice(from, html.indexOf('</', from));
}

describe('The page of a trace', () => {
  const trace = traceWith('cook');
  const html = htmlOf(trace);

  it('has the trace in it', () => {
    expect(JSON.parse(contentOf(html, '<script type="application/json" id="trace">'))).to.deep.equal(trace);
  });

  it('is the same for the same trace, byte for byte', () => {
    expect(htmlOf(traceWith('cook'))).to.equal(html);
  });

  it('refers to nothing outside itself', () => {
    const references = [...html.matchAll(/\b(?:src|href|action|data)="([^"]*)"/g)].map(([, target = '']) => target);
    expect(references.filter((target) => !target.startsWith('#'))).to.deep.equal([]);
    expect(html).to.not.match(/@import|url\(|sourceMappingURL/);
  });

  it('lets the browser run its own script only, and fetch nothing', () => {
    const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const rules = policy.split('; ');
    expect(rules).to.include.members(["default-src 'none'", `style-src ${hashOf(contentOf(html, '<style>'))}`]);
    const script = html.slice(html.lastIndexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
    expect(rules).to.include(`script-src ${hashOf(script)}`);
  });

  it('has each module that its modules need', () => {
    const names = [...html.matchAll(/^"([\w/-]+)"\(exports, require\) \{$/gm)].map(([, name]) => name);
    expect(names).to.include.members(['page/main', 'page/axis', 'trace/state/replay', 'trace/why/why']);
    expect(new Set(names).size).to.equal(names.length);
  });

  describe('of a program with texts that look like HTML', () => {
    const nasty = htmlOf(traceWith(NASTY));

    it('has as many elements as any other', () => {
      const countOf = (text: string, tag: RegExp): number => text.match(tag)?.length ?? 0;
      for (const tag of [/<script/g, /<\/script/g, /<!--/g]) expect(countOf(nasty, tag)).to.equal(countOf(html, tag));
    });

    it('has them as they are, in the trace', () => {
      const data = contentOf(nasty, '<script type="application/json" id="trace">');
      expect(JSON.parse(data)).to.deep.equal(traceWith(NASTY));
    });

    it('has them as a text in its title', () => {
      expect(htmlOf(traceWith('<b>&'))).to.contain('<title>&lt;b>&amp; – yieldstar</title>');
    });
  });
});
