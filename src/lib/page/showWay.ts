/** The canvas over the stage’s drawing that shows the camera’s transitions. */
import type { SceneLayout } from '../layout/scene.ts';
import { screen, type Theme } from '../layout/theme.ts';
import { paintWay } from '../timeline/way.ts';

/**
 * Values of the page’s custom properties by the settings behind them, since reading them computes the page’s styles.
 */
const known = new Map<string, Theme>();

/** The theme with resolved custom properties, which a canvas cannot read. */
function resolved(): Theme {
	const page = document.documentElement;
	const dark = matchMedia('(prefers-color-scheme: dark)').matches;
	const name = `${page.dataset.theme} ${dark}`;
	const theme = known.get(name) ?? readTheme(getComputedStyle(page));
	known.set(name, theme);
	return theme;
}

function readTheme(style: CSSStyleDeclaration): Theme {
	const value = (property: string) => style.getPropertyValue(property.slice(4, -1)).trim();
	const { colours, ...plain } = screen;
	const all = <T extends object>(named: T) =>
		Object.fromEntries(Object.entries(named).map(([name, property]) => [name, value(property)])) as T;
	return { ...all(plain), colours: all(colours) };
}

type Size = { width: number; height: number };

/**
 * Does what would otherwise delay the first frame of a transition.
 * @param box see `showWay`
 */
export function readyWay(canvas: HTMLCanvasElement, box: Size): { brush: CanvasRenderingContext2D; theme: Theme } {
	const [width, height] = [box.width, box.height].map((side) => Math.round(side * devicePixelRatio));
	if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
	const brush = canvas.getContext('2d')!;
	// As in the drawing that it stands for (app.css).
	brush.textRendering = 'geometricPrecision';
	return { brush, theme: resolved() };
}

/**
 * Paints one frame of a transition.
 * @param box size of the drawing under the canvas, CSS px; the picture is scaled to fit, at the top
 */
export function showWay(canvas: HTMLCanvasElement, layout: SceneLayout, box: Size): void {
	const { brush, theme } = readyWay(canvas, box);
	const { width, height } = canvas;
	const scale = Math.min(width / layout.width, height / layout.height);
	brush.setTransform(1, 0, 0, 1, 0, 0);
	brush.fillStyle = theme.paper;
	brush.fillRect(0, 0, width, height);
	brush.setTransform(scale, 0, 0, scale, (width - layout.width * scale) / 2, 0);
	paintWay(brush, layout, theme);
}
