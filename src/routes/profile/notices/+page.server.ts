import { redirect } from '@sveltejs/kit';
import { offeredKinds } from '#lib/model/notifications/email/choices.ts';
import { asForm } from '#lib/server/kit/domain-errors.ts';
import { fieldsOf } from '#lib/server/kit/form.ts';
import { signedIn } from '#lib/server/kit/signed-in.ts';
import { changeEmailSettings, emailSettings, sendTestEmail } from '#lib/server/notifications/email/change-settings.ts';
import { emailOf } from '#lib/server/people/profile.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { person } = signedIn(locals);
	return {
		email: await emailOf(services(), person),
		timeZone: person.timeZone,
		mail: services().mail.kind,
		settings: await emailSettings(services(), person),
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	change: async ({ locals, request }) => {
		const { person } = signedIn(locals);
		const { rhythm, hour, weekday, quietFrom = '', quietTo = '', ...fields } = await fieldsOf(request);
		const ways = Object.fromEntries(offeredKinds.map((kind) => [kind, fields[kind]]));
		const refused = await asForm(() => changeEmailSettings(services(), person, { ways, rhythm, hour, weekday, quietFrom, quietTo }), {
			ways,
			rhythm,
			hour,
			weekday,
			quietFrom,
			quietTo
		});
		if (refused) return refused;
		redirect(303, '/profile/notices?done=saved');
	},
	trial: async ({ locals }) => {
		const { person } = signedIn(locals);
		await sendTestEmail(services(), person);
		redirect(303, '/profile/notices?done=trial');
	}
};
