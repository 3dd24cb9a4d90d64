/**
 * What no text may hold: control characters but tabs and line ends, halves of surrogate pairs, what Unicode sets aside for
 * no character (none of it can stand in XML), and U+FFFD, which stands for bytes that were no UTF-8.
 */
export const noText = /(?![\t\n\r\x85])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u;

/** Something of a text is seen: it is not spaces alone, nor signs that only join or turn others. */
export const seen = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u;
