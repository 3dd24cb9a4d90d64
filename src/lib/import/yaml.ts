/** Writes a file of a story as YAML. */
import { stringify } from 'yaml';

/**
 * Long lines are folded; several paragraphs become a block.
 * @param comment first lines of the file, for its editor
 */
export const toYaml = (value: unknown, comment: string): string =>
	comment.replace(/^(?=.)/gm, '# ').replace(/(?<=.)$/, '\n') +
	stringify(value, { lineWidth: 120, aliasDuplicateObjects: false });
