/**
 * Matches what no text may contain: control characters except tabs and line ends, lone surrogates and Unicode
 * noncharacters (none of which XML allows), and U+FFFD, which replaces bytes that were not UTF-8.
 */
export const noText = /(?![\t\n\r\x85])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u;

/** Matches a visible character: a text must not consist only of spaces and of characters that join or turn others. */
export const seen = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u;
