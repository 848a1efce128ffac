import { issueReset } from '../auth/reset.ts';
import type { Services } from '../services.ts';
import { AdminError } from './admin-error.ts';
import { whereLinksOpen } from './links.ts';

/**
 * A way back in for somebody whom no mail can reach; what it says holds the link.
 * @throws AdminError
 */
export async function newPasswordFromTerminal(services: Services, email = ''): Promise<string> {
	const link = await issueReset(services, email.trim());
	if (!link) throw new AdminError(`Nobody who may sign in has the address "${email}".`);
	return [`A new password for ${link.name}, to be chosen once, within the hour:`, link.url, ...whereLinksOpen(services)].join('\n');
}
