import { done, type DemoPlan } from '../demo-plan.ts';
import { sectionsOfCoimbra } from './sections.ts';

/** A draft that only its city and the leads read. */
export const planOfCoimbra: DemoPlan = {
	city: 'co',
	title: 'Criar no centro antigo',
	lang: 'pt',
	begun: done('rui.ponteclara', 44, '09:00'),
	contact: 'ines.salgueiral',
	sections: sectionsOfCoimbra,
	moves: []
};
