import { z } from 'zod';
import { cleanText } from '#lib/model/documents/clean.ts';
import { reasonLimits } from '#lib/model/moderation/moderation.ts';

/** Why somebody was suspended or something was hidden, in words for whom it concerns. */
export const reasonField = z
	.string()
	.max(10_000)
	.transform((typed) => cleanText(typed).trim())
	.refine((reason) => reason.length >= reasonLimits.least, 'too_short')
	.refine((reason) => reason.length <= reasonLimits.most, 'too_long');
