import { homeFront, homeLang } from '#lib/node/home.ts';
import { Unsent } from '#lib/page/unsent.ts';

export const load = () => ({ page: new Unsent({ front: homeFront(homeLang()) }) });
