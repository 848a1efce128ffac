import { m } from '#lib/i18n/m';
import type { VersionHead } from '#lib/model/plans/version.ts';

/** Version 3 */
export function versionNumber({ number }: Pick<VersionHead, 'number'>): string {
	return m.plans_version_number({ number });
}

/** What a version is called beside its number: the name that it was given, or why it was frozen. */
export function versionWhy({ name, kind }: Pick<VersionHead, 'name' | 'kind'>): string {
	if (name) return name;
	switch (kind) {
		case 'opened':
			return m.plans_version_for_consultation();
		case 'revised':
			return m.plans_version_after_consultation();
		case 'adopted':
			return m.plans_version_as_adopted();
		case 'frozen':
			return '';
	}
}

/** Version 3: for the council */
export function versionTitle(version: Pick<VersionHead, 'number' | 'name' | 'kind'>): string {
	return [versionNumber(version), versionWhy(version)].filter(Boolean).join(': ');
}
