/** What a report is written as. */
export const verifyFormats = ['text', 'json', 'junit'] as const;
