/**
 * Contrast of colours by WCAG 2.2, level AA: text 4.5:1 (1.4.3), marks and the edges of controls 3:1 (1.4.11).
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
import { color, hcl, rgb } from 'd3';
import { colourOf, roles, type Role } from './palettes.ts';
import type { Theme } from './theme.ts';

/**
 * @param written as in CSS: hex, rgb(), hsl() or a name
 * @returns `#rrggbb`; null for what is no colour, or one that is not opaque
 */
export function hexOf(written: string): string | null {
	const read = color(written);
	return read && read.opacity === 1 ? read.formatHex() : null;
}

/** Of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB, 0 to 1. */
function luminance(colour: string): number {
	const { r, g, b } = rgb(colour);
	const [red, green, blue] = [r, g, b].map((value) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export interface LowContrast {
	role: Role;
	/** The ground on which it is hardest to see; `print` is white paper. */
	ground: 'paper' | 'raised' | 'print';
	colour: string;
	on: string;
	found: number;
	needed: number;
	/** The nearest colour of the same hue that is seen on every ground; null where none is. */
	nearest: string | null;
}

/** Ratio that each role needs on its grounds. Lines between parts (`rule`) are decoration, and grounds are grounds. */
const needs = new Map<Role, number>(
	roles
		.filter((role) => !['paper', 'raised', 'rule'].includes(role))
		// Sides name what they colour, and their names are small type.
		.map((role) => [role, role === 'ink3' ? 3 : 4.5])
);

/**
 * Everything that stands too close to its ground: all inks and sides are drawn on `paper` and on `raised`.
 * @param printed whether pages are printed in this theme, on white
 */
export function lowContrasts(theme: Theme, printed: boolean): LowContrast[] {
	const grounds = [
		{ ground: 'paper' as const, on: theme.paper },
		{ ground: 'raised' as const, on: theme.raised },
		...(printed ? [{ ground: 'print' as const, on: '#ffffff' }] : [])
	];
	return [...needs].flatMap(([role, needed]) => {
		const colour = colourOf(theme, role);
		const [worst] = grounds
			.map((one) => ({ ...one, found: contrast(colour, one.on) }))
			.sort((a, b) => a.found - b.found);
		if (worst.found >= needed) return [];
		const nearest = nearestSeen(
			colour,
			grounds.map(({ on }) => on),
			needed
		);
		return [{ role, colour, ...worst, needed, nearest }];
	});
}

/** Changes only the lightness, by as little as is enough, towards dark or light. */
function nearestSeen(colour: string, grounds: readonly string[], needed: number): string | null {
	const { h, c, l } = hcl(colour);
	// The hue of a grey is not a number, and its chroma may not be one.
	const at = (lightness: number) => hcl(h || 0, c || 0, lightness).formatHex();
	const seen = (hex: string) => grounds.every((ground) => contrast(hex, ground) >= needed);
	for (let step = 0; step <= 100; step += 0.5)
		for (const lightness of [l - step, l + step])
			if (lightness >= 0 && lightness <= 100 && seen(at(lightness))) return at(lightness);
	return ['#000000', '#ffffff'].find(seen) ?? null;
}
