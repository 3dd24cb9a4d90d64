// TEMPORARY-STUB
export interface FontFile { family: string; weight: string; unicodeRange: string; url: string }
