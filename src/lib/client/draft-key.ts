/** Keys of a person, base64: the first one locks, each of them opens. */
interface DraftKeys {
	person: string;
	keys: string[];
}

/** The keys that the server gives to who is signed in, and to nobody else. @throws Error when it cannot be had now */
export async function fetchDraftKeys(personId: string): Promise<string[]> {
	const answer = await fetch('/profile/draft-key', { headers: { accept: 'application/json' } });
	if (!answer.ok) throw new Error(`no key: ${answer.status}`);
	const { person, keys } = (await answer.json()) as DraftKeys;
	if (person !== personId) throw new Error('the key is somebody else’s');
	return keys;
}
