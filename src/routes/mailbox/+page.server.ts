import { error } from '@sveltejs/kit';
import { latestEmails } from '#lib/server/mail/mailbox.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const { mail, config } = services();
	if (mail.kind !== 'mailbox') error(404, { message: 'not_found', code: 'not_found' });
	return { emails: await latestEmails(services()), home: config.publicUrl };
};
