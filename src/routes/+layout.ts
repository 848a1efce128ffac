import type { LayoutLoad } from './$types';
import { loadMessages } from '#lib/i18n/m';
import { piecesOf } from '#lib/i18n/pieces.ts';

export const load: LayoutLoad = async ({ data, route }) => {
	await loadMessages(piecesOf(route.id));
	return data;
};
