import { homeFront, homeLang } from '#lib/node/home.ts';

export const load = () => ({ front: homeFront(homeLang()) });
