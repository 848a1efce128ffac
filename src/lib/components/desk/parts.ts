import type { Component } from 'svelte';
import type { Formatter } from '#lib/i18n/format.ts';
import type { DeskPanels, PanelName } from '#lib/model/desk/panels.ts';
import { nouns } from '../nouns.ts';

/** How what a noun puts on a desk is shown. */
export interface DeskPart<Name extends PanelName = PanelName> {
	name: Name;
	/** Beside what waits, or below it. */
	stands: 'beside' | 'below';
	Panel: Component<{ panel: DeskPanels[Name]; now: string }>;
	/** What it adds to the sentence of the day: the next meeting begins in three days. Null where it never does. */
	sentence: ((panel: DeskPanels[Name], format: Formatter, now: string) => string | null) | null;
}

/** What every noun brings to the desk. */
export async function fetchDeskParts(): Promise<DeskPart[]> {
	const brought = await Promise.all(nouns.flatMap(({ desk }) => (desk ? [desk()] : [])));
	return brought.map(({ deskPart }) => deskPart as DeskPart);
}
