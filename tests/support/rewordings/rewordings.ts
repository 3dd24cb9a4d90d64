/** By text, as textsOf names it: what it says and what instead, or other words for all of it. */
export type Rewordings = Record<string, (string | [from: string, to: string])[]>;
