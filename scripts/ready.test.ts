import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashToStart, isInstalled, isInstalledToStart } from './ready.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'throughline-ready-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const site = { version: '1.0.0' };
const elsewhere = { version: '3.0.0', optional: true };

/** @param installed undefined if npm has not run */
function state(named: object, installed?: object) {
	writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...named } }));
	mkdirSync(join(folder, 'node_modules'), { recursive: true });
	if (installed)
		writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
	return isInstalled(folder);
}

test('nothing is installed where npm has not run', () => expect(state({ site })).toBe(false));

test('all that is named has to be there, but for what is for another platform', () => {
	expect(state({ site, elsewhere }, { site })).toBe(true);
	expect(state({ site, elsewhere }, { elsewhere })).toBe(false);
});

test('another version than the one that is named is as good as none', () => {
	expect(state({ site }, { site: { version: '1.0.1' } })).toBe(false);
	expect(state({ elsewhere }, { elsewhere: { version: '2.9.0', optional: true } })).toBe(false);
});

test('what is enough to start is so for one package.json and one lock file', () => {
	const devDependencies = { '@sveltejs/kit': '2', '@sveltejs/vite-plugin-svelte': '7', vite: '8' };
	const name = (dependencies: object) =>
		writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies, devDependencies }));
	const mark = () => writeFileSync(join(folder, 'node_modules/.throughline-start'), hashToStart(folder));
	state({ site });
	name({ site: '1' });
	expect(isInstalledToStart(folder)).toBe(false);
	mark();
	expect(isInstalledToStart(folder)).toBe(true);
	expect(isInstalled(folder)).toBe(false);
	name({ site: '1', another: '1' });
	expect(isInstalledToStart(folder)).toBe(false);
	mark();
	state({ site: { version: '1.0.1' } });
	expect(isInstalledToStart(folder)).toBe(false);
});
