/** The formats of a report. */
export const verifyFormats = ['text', 'json', 'junit', 'sarif', 'github', 'html'] as const;
export type VerifyFormat = (typeof verifyFormats)[number];
