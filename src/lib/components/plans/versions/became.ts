import { m } from '#lib/i18n/m';
import type { ComparedSection } from '#lib/model/plans/versions/compared.ts';

/** What became of a section or a row, each word with its sign. */
export function becameWords({ became, moved }: Pick<ComparedSection, 'became' | 'moved'>): { words: string; kind: string }[] {
	const own = {
		same: { words: m.plans_compared_same(), kind: 'same' },
		changed: { words: `± ${m.plans_compared_changed()}`, kind: 'changed' },
		added: { words: `+ ${m.plans_compared_added()}`, kind: 'added' },
		removed: { words: `− ${m.plans_compared_removed()}`, kind: 'removed' }
	}[became];
	const elsewhere = { words: `↕ ${m.plans_compared_moved()}`, kind: 'moved' };
	if (!moved) return [own];
	return became === 'same' ? [elsewhere] : [own, elsewhere];
}
