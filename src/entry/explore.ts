import Explore from './Explore.svelte';
import { takeOver } from './takeOver.ts';

takeOver(Explore);
