import { sectionSchema } from '#lib/model/documents/section-schema.ts';
import { planLanguage } from '../input.ts';
import { sectionTitle } from './place.ts';

/** What a save of a section may say; what is left away stays as it is. */
export const someWords = { title: sectionTitle.optional(), lang: planLanguage.optional(), doc: sectionSchema.optional() };
