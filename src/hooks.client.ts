import type { ClientInit } from '@sveltejs/kit';
import { loadAnewAfterLeaving } from '#lib/client/leaving.ts';

export const init: ClientInit = () => loadAnewAfterLeaving();
