const key = 'swing-left';
const loaded = Date.now();

/** Called where a signed-out reader stands: pages that this browser kept from before are old from now on. */
export function noteLeaving(): void {
	localStorage.setItem(key, String(Date.now()));
}

/** Browsers keep whole pages for the way back; after signing out, nobody else may find them there. */
export function loadAnewAfterLeaving(): void {
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted && Number(localStorage.getItem(key)) > loaded) location.reload();
	});
}
