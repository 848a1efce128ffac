import type { Page } from '@playwright/test';

/** Who looks at a page: nobody in particular, or somebody of the demo, by address. */
export interface Place {
	/** Short name, for files and test titles. */
	name: string;
	path: string;
	/** A link of that page to follow, by its words, where the place has no address that is known before. */
	follow?: string;
	/** Address of the person who is signed in. */
	as?: string;
}

const officer = 'ilze.ozolkalne@daugavpils.example';
const lead = 'marek.wiosna@poznan.example';

/** Every page there is. */
export const places: Place[] = [
	{ name: 'signin', path: '/signin' },
	{ name: 'forgot', path: '/forgot' },
	{ name: 'link-unknown', path: '/invitation/not-a-link' },
	{ name: 'about', path: '/about' },
	{ name: 'privacy', path: '/privacy' },
	{ name: 'accessibility', path: '/accessibility' },
	{ name: 'look', path: '/look' },
	{ name: 'settings', path: '/settings' },
	{ name: 'mailbox', path: '/mailbox' },
	{ name: 'visitor-404', path: '/nowhere' },
	{ name: 'desk', path: '/', as: officer },
	{ name: 'meetings', path: '/meetings', as: officer },
	{ name: 'meeting', path: '/meetings/coimbra-2017', as: officer },
	{ name: 'meeting-quiet', path: '/meetings/torun-2016', as: officer },
	{ name: 'network', path: '/network', as: officer },
	{ name: 'city', path: '/network/daugavpils', as: officer },
	{ name: 'card', path: '/network/daugavpils', follow: 'Vija Tiltakrasta', as: officer },
	{ name: 'card-expert', path: '/network', follow: 'Saskia Windebrug', as: lead },
	{ name: 'invite', path: '/network/invite', as: lead },
	{ name: 'moderation', path: '/network/moderation', as: lead },
	{ name: 'hide', path: '/meetings/coimbra-2017/p/1/hide', as: lead },
	{ name: 'invite-403', path: '/network/invite', as: officer },
	{ name: 'plans', path: '/plans', as: officer },
	{ name: 'practices', path: '/practices', as: officer },
	{ name: 'practice', path: '/practices?city=kl', follow: 'Youth policy after the plan', as: officer },
	{ name: 'practice-draft', path: '/practices', follow: 'Createam', as: officer },
	{ name: 'practice-new', path: '/practices/new', as: officer },
	{ name: 'practice-story', path: '/practices/new?form=story', as: officer },
	{ name: 'practice-entry', path: '/practices/new?form=entry', as: officer },
	{ name: 'inbox', path: '/inbox', as: officer },
	{ name: 'search', path: '/search', as: officer },
	{ name: 'search-found', path: '/search?q=plan', as: officer },
	{ name: 'search-none', path: '/search?q=zzyzx+kind:post', as: officer },
	{ name: 'profile', path: '/profile', as: officer },
	{ name: 'email-settings', path: '/profile/notices', as: officer },
	{ name: 'sessions', path: '/profile/sessions', as: officer },
	{ name: '404', path: '/meetings/nowhere', as: officer }
];

/** Opens a place. */
export async function goTo(page: Page, { path, follow }: Place): Promise<void> {
	await page.goto(path);
	if (follow === undefined) return;
	await page.getByRole('link', { name: follow, exact: true }).first().click();
	await page.waitForURL((url) => url.pathname !== path);
}
