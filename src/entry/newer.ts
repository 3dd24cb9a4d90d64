/** Loaded when there is a newer version of the story than the one shown. */
import { mount } from 'svelte';
import Newer from '#lib/page/Newer.svelte';
import type { LocalStory } from '#lib/view/local.ts';

export const tellOfNewer = (ui: LocalStory['ui']) => mount(Newer, { target: document.body, props: { ui } });
