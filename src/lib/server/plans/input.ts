import { z } from 'zod';
import { writingLanguages } from '#lib/i18n/locales.ts';
import { planLimits } from '#lib/model/plans/section.ts';
import { saysSomething, typedLine } from '../platform/typed.ts';

export const planTitle = typedLine(planLimits.title).refine(saysSomething, 'needed');
export const planLanguage = z.enum(Object.keys(writingLanguages) as [string, ...string[]]);
