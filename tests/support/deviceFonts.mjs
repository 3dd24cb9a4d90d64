/**
 * A reader of Chinese has a Chinese font. A bare Linux has none and draws a narrower box for each character, so that
 * everything moves when our fonts come: no reader of such a page has such a device.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const han = fileURLToPath(new URL('../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular', import.meta.url));

/**
 * @param {string} folder for the list of fonts
 * @returns the environment for a browser whose device has its own fonts and a Chinese one, if fontconfig is used
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
