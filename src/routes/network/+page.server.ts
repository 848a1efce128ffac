import { asPage } from '#lib/server/kit/domain-errors.ts';
import { directory } from '#lib/server/people/directory.ts';
import { services } from '#lib/server/services.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => asPage(() => directory(services(), actor));
