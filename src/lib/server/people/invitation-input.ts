import { z } from 'zod';
import { locales } from '#lib/i18n/locales.ts';
import { cleanLine } from '#lib/model/documents/clean.ts';
import { belongsToCity, expertKinds, roles } from '#lib/model/access/roles.ts';
import { emailField } from '../auth/email.ts';

export const nameField = z
	.string()
	.max(1000)
	.transform(cleanLine)
	.refine((name) => name.length > 0, 'missing')
	.refine((name) => name.length <= 120, 'too_long');

const orNull = <T extends z.ZodType>(field: T) =>
	z.preprocess((value) => (value === '' || value === undefined ? null : value), field.nullable());

/** Whom one invites as what; a city goes with the roles of a city, a kind with experts. */
export const invitationInput = z
	.object({
		/** Made with the form, so that sending it twice invites once. */
		commandId: z.uuid(),
		email: emailField,
		name: nameField,
		role: z.enum(roles),
		city: orNull(z.string().regex(/^[a-z]{2,8}$/)),
		expertKind: orNull(z.enum(expertKinds)),
		locale: z.enum(locales)
	})
	.transform((input) => ({
		...input,
		city: belongsToCity(input.role) || input.role === 'lead' ? input.city : null,
		expertKind: input.role === 'expert' ? (input.expertKind ?? 'adhoc') : null
	}))
	.refine(({ role, city }) => city !== null || !belongsToCity(role), {
		path: ['city'],
		error: 'missing'
	});
export type InvitationInput = z.output<typeof invitationInput>;
