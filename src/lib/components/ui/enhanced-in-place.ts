import { tick } from 'svelte';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { goto } from '$app/navigation';
import { enhanced } from './enhanced.ts';

type Take = Exclude<Awaited<ReturnType<SubmitFunction>>, void>;

/**
 * For `enhance`, where an act changes the page it is pressed on: the reader stays where they are, and so does the focus. Where what
 * was pressed is gone it goes to its row or to the heading of its section, and where something was refused to what says so.
 * @param answered hears the answer before the page takes it over
 */
export function enhancedInPlace(answered?: (result: ActionResult) => void): SubmitFunction {
	return async (sent) => {
		const { formElement } = sent;
		const places = [
			formElement.closest('li[id]')?.id,
			formElement.closest('[aria-labelledby]')?.getAttribute('aria-labelledby'),
			'main'
		];
		const take = (await enhanced(answered)(sent)) as Take;
		return async (given) => {
			const { result } = given;
			const update = async (options?: Parameters<typeof given.update>[0]): Promise<void> => {
				const to = result.type === 'redirect' ? new URL(result.location, location.href) : null;
				if (to?.pathname !== location.pathname) return given.update(options);
				await goto(`${to.pathname}${to.search}`, { invalidateAll: true, keepFocus: true, noScroll: true, replaceState: true });
			};
			await take({ ...given, update });
			await tick();
			if (result.type === 'failure')
				return look(formElement.querySelector('[aria-invalid="true"]') ?? document.querySelector('main [role="alert"]'));
			// What lies folded now has the focus until the browser notices.
			const here = document.activeElement;
			if (!here || here === document.body || !here.checkVisibility())
				look(places.map((id) => id && document.getElementById(id)).find(Boolean) || null);
		};
	};
}

function look(element: HTMLElement | null): void {
	if (!element) return;
	if (!element.matches('input, textarea, select')) element.tabIndex = -1;
	element.focus();
}
