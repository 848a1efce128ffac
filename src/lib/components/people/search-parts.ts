import { m } from '#lib/i18n/m';
import { roleName } from '#lib/i18n/roles.ts';
import type { SearchParts } from '../noun.ts';
import PersonHit from './PersonHit.svelte';

const searchParts: SearchParts = {
	person: {
		plural: () => m.search_kind_people(),
		Hit: PersonHit,
		option({ href, person, roles }, _, cityOf) {
			const said = [...roles.map((role) => roleName(role)), cityOf(person.city)?.name];
			return { href, name: person.name, says: said.filter(Boolean).join(', '), person };
		}
	}
};

export default searchParts;
