import Story from './Story.svelte';
import { takeOver } from './takeOver.ts';

takeOver(Story);
