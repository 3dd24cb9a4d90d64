import Embed from './Embed.svelte';
import { takeOver } from './takeOver.ts';

takeOver(Embed);
