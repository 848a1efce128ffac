import type { Sides } from '#lib/model/documents/sides-apart.ts';
import { sidesOfSection, type SideOfSection } from '#lib/model/plans/sides.ts';
import { ComputingFailed } from '../../platform/computing.ts';
import type { Services } from '../../services.ts';
import { ownSide } from './sides.ts';
import type { SectionToWrite } from './to-write.ts';

/**
 * Both sides between which somebody chooses, as the section would stand with either; null where nothing waits for a choice. What
 * the writer, or anybody, wrote since both met stands whichever is chosen: it is no part of either side.
 */
export async function sidesToChoose(services: Services, section: SectionToWrite): Promise<Sides<SideOfSection> | null> {
	const { id: sectionId, clash } = section;
	if (!clash) return null;
	const own = await ownSide(services.db, services, { sectionId, ...clash }, section).catch((err: unknown) => {
		if (!(err instanceof ComputingFailed)) throw err;
		services.log.error({ err }, 'one side of a section could not be merged');
		return clash.mine;
	});
	return sidesOfSection(section, own);
}
