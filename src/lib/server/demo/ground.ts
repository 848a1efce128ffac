import type { PersonTag } from '#lib/model/people/tags.ts';
import { cast } from './cast.ts';
import { demoCities } from './cities.ts';
import type { Services } from '../services.ts';
import { idOf } from './id-of.ts';
import type { DemoFiles } from './seed-files.ts';

/** What every demo holds before the nouns add their own: a network, its cities and the cast. */
export interface DemoGround {
	/** Id of the network. */
	network: string;
	/** When the demo is filled. */
	now: Date;
	/** @throws Error for a code that no city of the demo has */
	city(this: void, code: string): { id: string; timeZone: string };
	/**
	 * @param address its first part: `ilze.ozolkalne`
	 * @throws Error for somebody who is not of the cast
	 */
	person(this: void, address: string): PersonTag;
	/** Null where the demo is to have no files. */
	files: DemoFiles | null;
	/** For commands whose work is a part of the demo. */
	services: Services;
}

interface Made {
	networkId: string;
	/** By code. */
	cityIds: Map<string, string>;
	/** By address. */
	personIds: Map<string, string>;
	now: Date;
	files: DemoFiles | null;
	services: Services;
}

export function groundOf({ networkId, cityIds, personIds, now, files, services }: Made): DemoGround {
	return {
		network: networkId,
		now,
		files,
		services,
		city(code) {
			const { timeZone } = known(code, ({ code: its }) => its === code, demoCities);
			return { id: idOf(cityIds, code), timeZone };
		},
		person(address) {
			const { name, email, city, role, expertKind } = known(address, ({ email: its }) => its.startsWith(`${address}@`), cast);
			return { id: idOf(personIds, email), name, city, role, expertKind };
		}
	};
}

function known<One>(asked: string, fits: (one: One) => boolean, all: readonly One[]): One {
	const found = all.find(fits);
	if (!found) throw new Error(`The demo knows no ${asked}`);
	return found;
}
