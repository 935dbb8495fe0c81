/**
 * LanesView: the lanes on their time line, scrolled, zoomed and clicked on.
 *
 * A canvas as large as what is in sight stays where it is, while an empty element as large as
 * all lanes is scrolled below it: so the browser's own scrolling serves, and only what is in
 * sight is painted. A click on a step goes there; one on anything else asks about it.
 */

import { ArrowPainter } from './arrow-painter';
import { Axis, middleOf, type Spacing } from './axis';
import { AxisPainter } from './axis-painter';
import { byId } from './element';
import { hitText } from './hit-text';
import { laneHitAt } from './lane-hit';
import { LaneNames } from './lane-names';
import { LanePainter } from './lane-painter';
import { type Palette, readPalette } from './palette';
import type { RecordedRun } from './recorded-run';
import type { Actor, Scene, View } from './scene';
import { scrollSoon } from './scrolling';
import type { Tooltip } from './tooltip';
import { AXIS_HEIGHT, Viewport } from './viewport';

/** In pixels a column: what a step takes to be read, the zoom to begin with where not all is in sight, and the largest. */
const READABLE = 16;
const ROOMY = 26;
const MAX_ZOOM = 90;
/** In pixels, of all: browsers have no wider elements. */
const MAX_WIDTH = 16_000_000;

export class LanesView implements View {
  private readonly scroller = byId('lanes');
  private readonly space = byId('lanes-space');
  private readonly canvas = byId<HTMLCanvasElement>('lanes-canvas');
  private readonly context = this.canvas.getContext('2d') as CanvasRenderingContext2D;
  private readonly viewport: Viewport;
  private readonly names: LaneNames;
  private readonly arrows: ArrowPainter;
  private palette: Palette = readPalette();
  private scene: Scene | undefined = undefined;
  /** Whether the axis is held, to be followed through the steps. */
  private isDragging = false;

  constructor(
    private readonly run: RecordedRun,
    private readonly actor: Actor,
    private readonly tooltip: Tooltip,
  ) {
    this.viewport = new Viewport(new Axis(run.steps, 'time'), run.lanes.length);
    this.names = new LaneNames(this.viewport, actor, (lane) =>
      this.scrollTo(this.viewport.scrollX, this.viewport.scrollYFor(lane)),
    );
    this.arrows = new ArrowPainter(run.arrows, run.laneOf);
    this.measure();
    const { fittingZoom } = this.viewport;
    this.viewport.zoom = fittingZoom < READABLE ? this.largest(ROOMY) : this.largest(fittingZoom);
    this.listen();
  }

  show(scene: Scene): void {
    this.scene = scene;
    const lane = this.run.laneOf.get(scene.task ?? 0) ?? 0;
    this.scrollTo(this.viewport.scrollXFor(scene.step), this.viewport.scrollYFor(lane));
  }

  /** Make the columns wider, or narrower, and keep what is at `x` there; by default the step. */
  zoom(factor: number, x = this.viewport.x(middleOf(this.scene?.step ?? 0))): void {
    this.zoomTo(this.viewport.zoom * factor, x);
  }

  /** Have the whole run in sight. */
  fit(): void {
    this.zoomTo(this.viewport.fittingZoom, 0);
  }

  /** Space the steps by time, or evenly. */
  spaceBy(spacing: Spacing): void {
    this.viewport.axis = new Axis(this.run.steps, spacing);
    if (this.scene !== undefined) this.show(this.scene);
  }

  /** Read the colours anew: light has turned to dark. */
  repaint(): void {
    this.palette = readPalette();
    this.paint();
  }

  private listen(): void {
    this.scroller.addEventListener('scroll', () => this.scrolled());
    new ResizeObserver(() => this.resized()).observe(this.scroller);
    this.scroller.addEventListener('wheel', (event) => this.turned(event), { passive: false });
    this.canvas.addEventListener('click', (event) => this.clicked(event));
    this.canvas.addEventListener('pointermove', (event) => this.pointed(event));
    this.canvas.addEventListener('pointerleave', () => this.tooltip.hide());
    this.canvas.addEventListener('pointerdown', (event) => {
      this.isDragging = event.offsetY < AXIS_HEIGHT;
      if (this.isDragging) this.canvas.setPointerCapture(event.pointerId);
    });
    this.canvas.addEventListener('lostpointercapture', () => {
      this.isDragging = false;
    });
  }

  private zoomTo(zoom: number, x: number): void {
    const { viewport } = this;
    const allowed = Math.max(Math.min(viewport.fittingZoom, ROOMY), this.largest(zoom));
    const scrollX = viewport.scrollXAfterZoom(x, allowed);
    viewport.zoom = allowed;
    this.scrollTo(scrollX, viewport.scrollY);
  }

  /** This zoom, or the largest that there may be. */
  private largest(zoom: number): number {
    return Math.min(zoom, MAX_ZOOM, MAX_WIDTH / this.viewport.axis.length);
  }

  private scrollTo(x: number, y: number): void {
    const { viewport, scroller, space } = this;
    space.style.width = `${viewport.fullWidth}px`;
    space.style.height = `${viewport.fullHeight}px`;
    viewport.scrollX = Math.max(0, Math.min(x, viewport.fullWidth - viewport.width));
    viewport.scrollY = Math.max(0, Math.min(y, viewport.fullHeight - viewport.height));
    scrollSoon(scroller, { left: viewport.scrollX, top: viewport.scrollY });
    this.paint();
  }

  private scrolled(): void {
    const { scrollLeft, scrollTop } = this.scroller;
    this.tooltip.hide();
    // What was scrolled from here has been painted already.
    if (Math.abs(scrollLeft - this.viewport.scrollX) < 1 && Math.abs(scrollTop - this.viewport.scrollY) < 1) return;
    this.viewport.scrollX = scrollLeft;
    this.viewport.scrollY = scrollTop;
    this.paint();
  }

  private resized(): void {
    this.measure();
    if (this.scene !== undefined) this.show(this.scene);
  }

  private measure(): void {
    const { viewport, scroller, canvas } = this;
    viewport.width = scroller.clientWidth;
    viewport.height = scroller.clientHeight;
    viewport.namesWidth = byId('lane-names').offsetWidth;
    const scale = devicePixelRatio;
    canvas.width = viewport.width * scale;
    canvas.height = viewport.height * scale;
    for (const { style } of [canvas, byId('lanes-view')]) {
      style.width = `${viewport.width}px`;
      style.height = `${viewport.height}px`;
    }
    this.context.setTransform(scale, 0, 0, scale, 0, 0);
  }

  private paint(): void {
    const { scene, context, viewport, palette } = this;
    if (scene === undefined) return;
    const axis = new AxisPainter(context, viewport, palette);
    axis.paintGround(scene.step);
    new LanePainter(context, viewport, palette).paint(this.run.lanes);
    this.arrows.paint(context, viewport, palette, scene.step);
    axis.paint(scene.step, this.run.findings);
    this.names.show(scene);
  }

  private turned(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 300), event.clientX - this.scroller.getBoundingClientRect().left);
  }

  private clicked({ offsetX, offsetY }: MouseEvent): void {
    const { viewport } = this;
    const hit = laneHitAt(viewport, this.run.lanes, offsetX, offsetY);
    const arrow = this.arrows.at(viewport, offsetX, offsetY);
    if (offsetY < AXIS_HEIGHT) this.actor.goTo(viewport.stepAt(offsetX));
    else if (hit?.span?.kind === 'running') this.actor.goTo(hit.step);
    else if (arrow !== undefined) this.actor.ask(arrow.event);
    else if (hit !== undefined) this.actor.ask(hit.event);
  }

  private pointed({ offsetX, offsetY, clientX, clientY }: PointerEvent): void {
    const { viewport, run } = this;
    if (this.isDragging) this.actor.goTo(viewport.stepAt(offsetX));
    const hit = laneHitAt(viewport, run.lanes, offsetX, offsetY);
    const arrow = hit?.span?.kind === 'running' ? undefined : this.arrows.at(viewport, offsetX, offsetY);
    const text = arrow !== undefined ? run.sentence(arrow.event) : hit === undefined ? '' : hitText(hit, run);
    this.canvas.style.cursor = text === '' && offsetY >= AXIS_HEIGHT ? 'default' : 'pointer';
    if (text === '') this.tooltip.hide();
    else this.tooltip.show(text, clientX, clientY);
  }
}
