import type { Person } from '#lib/model/access/actor.ts';
import type { DeskPanels, PanelName } from '#lib/model/desk/panels.ts';
import { slot } from '../platform/slot.ts';
import type { Services } from '../services.ts';

/** What a noun puts on a person's desk besides what waits there. */
export interface DeskPanel<Name extends PanelName = PanelName> {
	name: Name;
	open(services: Services, person: Person, locale: string): Promise<DeskPanels[Name]>;
}

/** Everything that lies on a desk besides what waits there. */
export const deskPanels = slot<readonly DeskPanel[]>('desk panels');
