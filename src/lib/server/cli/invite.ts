import { randomUUID } from 'node:crypto';
import { networks } from '../db/schema/networks.ts';
import { Conflict, Invalid } from '../platform/errors.ts';
import { administrator, invitePerson } from '../people/invite.ts';
import type { Services } from '../services.ts';
import { AdminError } from './admin-error.ts';
import { whereLinksOpen } from './links.ts';

export interface Wanted {
	role?: string;
	email?: string;
	name?: string;
	city?: string;
	expert?: string;
	locale?: string;
}

/**
 * Invites somebody on behalf of the installation; what it says holds the link.
 * @throws AdminError
 */
export async function inviteFromTerminal(services: Services, wanted: Wanted): Promise<string> {
	const { email = '', role = '', city = '', expert = '', locale = 'en' } = wanted;
	const [network] = await services.db.select({ id: networks.id }).from(networks).limit(1);
	if (!network) throw new AdminError('There is no network yet. Create it first: npm run admin -- init');
	try {
		const { url, expiresAt, mailed } = await invitePerson(services, administrator, network.id, {
			commandId: randomUUID(),
			email,
			role,
			city,
			expertKind: expert,
			locale,
			name: wanted.name ?? nameFrom(email)
		});
		return [
			`Invitation for ${email} as ${role}${city && ` of ${city}`}, to be used once, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC:`,
			url,
			mailed ? 'It is mailed as well, by the running server.' : 'No mail was sent: pass the link on yourself.',
			...whereLinksOpen(services)
		].join('\n');
	} catch (cause) {
		throw new AdminError(inWords(cause), { cause });
	}
}

/** What to call somebody of whom only the address is known; they put it right when they accept. */
function nameFrom(email: string): string {
	const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter(Boolean);
	return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

const fields: Record<string, string> = {
	email: '--email: an address like you@example.org',
	role: '--role: one of lead, coordinator, officer, expert, local, reader',
	city: '--city: the code of a city of the network; coordinators, officers and locals have one',
	expertKind: '--expert: lead or adhoc',
	locale: '--locale: en or lv',
	name: '--name: at most 120 characters'
};

function inWords(cause: unknown): string {
	if (cause instanceof Invalid) {
		const wrong = [...new Set(cause.issues.map(({ field }) => fields[field] ?? field))];
		return ['The invitation is not right:', ...wrong.map((line) => `  ${line}`)].join('\n');
	}
	if (cause instanceof Conflict && cause.reason === 'already_member') return 'There is a person of that address and role already.';
	throw cause;
}
