import type { Handle } from '@sveltejs/kit';
import { withLocale } from '#lib/i18n/m';
export const handle: Handle = ({ event, resolve }) => withLocale('lv', () => resolve(event, { transformPageChunk: ({ html }) => html.replace('%swing.lang%', 'lv').replace('%swing.theme%','') }));
