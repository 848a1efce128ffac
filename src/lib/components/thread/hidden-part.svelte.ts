import { speaking } from '#lib/i18n/speaking.ts';
import type Hidden from './Hidden.svelte';

/** What shows a hidden text to those who may read it, once there is one for the reader: for most there never is. */
export const hiddenPart = $state<{ Component: typeof Hidden | undefined }>({ Component: undefined });

/** @param count how many hidden texts there are for the reader */
export async function fetchHiddenPart(count: number): Promise<void> {
	if (hiddenPart.Component || count === 0) return;
	hiddenPart.Component = (await speaking(() => import('./Hidden.svelte')).catch(() => null))?.default;
}
