import { m } from '#lib/i18n/m';
import type { VersionHead } from '#lib/model/plans/version.ts';

/** What a version is called: the name that it was given, or why it was frozen. */
export function versionName({ number, name, kind }: Pick<VersionHead, 'number' | 'name' | 'kind'>): string {
	if (name) return name;
	switch (kind) {
		case 'opened':
			return m.plans_version_opened({ number });
		case 'revised':
			return m.plans_version_revised({ number });
		case 'adopted':
			return m.plans_version_adopted({ number });
		case 'frozen':
			return m.plans_version({ number });
	}
}
