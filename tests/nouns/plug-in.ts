import { vi } from 'vitest';
import { memosNoun } from './memos/model/noun.ts';
import { memosKinds } from './memos/model/noun-kinds.ts';

// One line more in each of the lists is all that the product learns of memos.
vi.mock(import('#lib/model/nouns.ts'), async (original) => ({ modelNouns: [...(await original()).modelNouns, memosNoun] }));
vi.mock(import('#lib/model/noun-kinds.ts'), async (original) => ({ modelKinds: [...(await original()).modelKinds, memosKinds] }));
vi.mock(import('#lib/server/nouns.ts'), async (original) => {
	const { memosServer } = await import('./memos/server/noun.ts');
	return { serverNouns: [...(await original()).serverNouns, memosServer] };
});
