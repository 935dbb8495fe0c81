import { expect } from 'chai';
import { Axis, leftOf, middleOf } from '../../lib/page/axis';
import { AXIS_HEIGHT, LANE_HEIGHT, LANES_TOP, Viewport } from '../../lib/page/viewport';

/** Of a hundred steps at one instant, and as many lanes; 20 pixels a column. */
function viewport(): Viewport {
  const steps = Array.from({ length: 100 }, () => ({ run: 0, loop: 1, begin: 0, end: 0, iteration: 0 }));
  const made = new Viewport(new Axis(steps, 'steps'), 100);
  return Object.assign(made, { width: 600, height: 300, namesWidth: 100, zoom: 20 });
}

describe('A viewport', () => {
  it('finds the step and the lane at a point where it shows them', () => {
    const view = Object.assign(viewport(), { scrollX: 333, scrollY: 77 });
    expect(view.stepAt(view.x(middleOf(42)))).to.equal(42);
    expect(view.laneAt(view.y(5))).to.equal(5);
  });

  it('has no lane in the axis, nor below the last', () => {
    const view = viewport();
    expect([view.laneAt(AXIS_HEIGHT - 1), view.laneAt(view.y(99) + LANE_HEIGHT)]).to.deep.equal([undefined, undefined]);
  });

  it("keeps the loop's own lane in sight, and scrolls the others behind it", () => {
    const view = Object.assign(viewport(), { scrollY: 10 * LANE_HEIGHT });
    expect(view.y(0)).to.equal(AXIS_HEIGHT + LANE_HEIGHT / 2);
    expect(view.lanes.slice(0, 3)).to.deep.equal([0, 11, 12]);
    expect(view.laneAt(LANES_TOP - 1)).to.equal(0);
  });

  it('tells which steps are in sight', () => {
    const [first, last] = Object.assign(viewport(), { scrollX: 400 }).steps;
    expect([first, last]).to.deep.equal([19, 44]);
  });

  it('scrolls for a step and a lane only where they are not in sight', () => {
    const view = viewport();
    expect([view.scrollXFor(10), view.scrollYFor(3)]).to.deep.equal([0, 0]);
    view.scrollX = view.scrollXFor(80);
    view.scrollY = view.scrollYFor(80);
    expect(view.steps[0]).to.be.below(80);
    expect(view.steps[1]).to.be.above(80);
    expect(view.lanes).to.include(80);
  });

  it('keeps a point where it is when the zoom is another', () => {
    const view = viewport();
    view.scrollX = 500;
    const x = view.x(leftOf(30));
    view.scrollX = view.scrollXAfterZoom(x, 47);
    view.zoom = 47;
    expect(view.x(leftOf(30))).to.be.closeTo(x, 0.001);
  });

  it('knows the zoom at which all is in sight', () => {
    const view = viewport();
    view.zoom = view.fittingZoom;
    expect(view.fullWidth).to.be.closeTo(view.width, 0.001);
  });
});
