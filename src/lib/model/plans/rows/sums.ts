import type { Currency } from '../../quantities/amount.ts';
import type { BudgetValues } from './row.ts';

/** What the lines of a budget come to. */
export interface BudgetSums {
	/** By currency, in the order in which they come; decimals with a point. */
	totals: { currency: Currency; amount: string }[];
	/** Percent, "99.5"; null where no line says its share. */
	shares: string | null;
	/** Whether the shares add to a hundred. */
	whole: boolean;
}

/** Hundredths, which add without rounding. */
function hundredths(decimal: string): bigint {
	const [whole = '0', fraction = ''] = decimal.split('.');
	return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
}

function decimalOf(sum: bigint): string {
	const [whole, cents] = [sum / 100n, sum % 100n];
	return cents === 0n ? String(whole) : `${whole}.${String(cents).padStart(2, '0')}`;
}

export function budgetSums(lines: readonly BudgetValues[]): BudgetSums {
	const sums = new Map<Currency, bigint>();
	for (const { amount, currency } of lines) {
		if (amount !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0n) + hundredths(amount));
	}
	const shares = lines.flatMap(({ share }) => (share === null ? [] : [hundredths(share)]));
	const sum = shares.reduce((one, other) => one + other, 0n);
	return {
		totals: [...sums].map(([currency, amount]) => ({ currency, amount: decimalOf(amount) })),
		shares: shares.length === 0 ? null : decimalOf(sum),
		whole: sum === 10_000n
	};
}
