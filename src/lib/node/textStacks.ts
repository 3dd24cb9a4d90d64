/**
 * Stacks of fonts that devices have, for text in Latin script. Each ends with a generic family, so that there is a
 * face of the kind everywhere.
 */
export const textStacks = {
	/** What the system sets its own texts in. */
	'system-sans': "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
	'system-serif': "ui-serif,'New York',Georgia,Cambria,'Noto Serif',serif",
	/** Renaissance forms, for books. */
	'old-style': "'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L',P052,serif",
	/** High contrast of strokes. */
	didone: "Didot,'Bodoni MT','Noto Serif Display','URW Palladio L',Georgia,serif",
	/** Heavy feet. */
	slab: "Rockwell,'Rockwell Nova','Roboto Slab','DejaVu Serif','Sitka Small',serif",
	humanist: "Seravek,'Gill Sans Nova',Ubuntu,Calibri,'DejaVu Sans',sans-serif",
	geometric: "Avenir,Montserrat,Corbel,'URW Gothic',sans-serif",
	grotesque: "'Helvetica Neue',Helvetica,Arial,'Liberation Sans','Nimbus Sans',sans-serif",
	rounded:
		"ui-rounded,'SF Pro Rounded','Hiragino Maru Gothic ProN',Quicksand,Comfortaa,'Arial Rounded MT Bold',sans-serif"
} as const;

export type TextStack = keyof typeof textStacks;
export const textStackNames = Object.keys(textStacks) as [TextStack, ...TextStack[]];
