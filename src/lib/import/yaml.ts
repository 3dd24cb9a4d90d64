/** A file of a story as YAML. */
import { stringify } from 'yaml';

/**
 * Lines folded for reading; several paragraphs stand as a block.
 * @param comment on the first lines, for who goes on with it
 */
export const toYaml = (value: unknown, comment: string): string =>
	comment.replace(/^(?=.)/gm, '# ').replace(/(?<=.)$/, '\n') +
	stringify(value, { lineWidth: 120, aliasDuplicateObjects: false });
