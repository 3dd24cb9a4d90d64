/**
 * A reader of Chinese has a Chinese font. A bare Linux has none, draws a box for each character, narrower than any, and
 * everything moves when ours come: a device that no reader of such a page has.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const han = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular', import.meta.url));

/**
 * @param {string} folder where the list of fonts is written
 * @returns the environment of a browser whose device has its own fonts and a Chinese one, where fontconfig finds them
 */
export function withChineseFont(folder) {
	const file = resolve(join(folder, 'fonts.conf'));
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		file,
		`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${han}</dir></fontconfig>
`
	);
	return { .../** @type {Record<string, string>} */ (process.env), FONTCONFIG_FILE: file };
}
