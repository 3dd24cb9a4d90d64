import { expect, it } from 'vitest';
import { currencyOf, isCounted, measureOf, measuresIn, sameCurrency } from './units.ts';

it('reads a currency before and after a number', () => {
	expect([currencyOf('US$', ''), currencyOf('', '美元'), currencyOf('£', ''), currencyOf('', ' men')]).toEqual([
		'USD',
		'USD',
		'GBP',
		undefined
	]);
	expect(currencyOf('$', ' Hong Kong dollars')).toBe('HKD');
});

it('lets a dollar be that of any country, and no euro', () => {
	expect([
		sameCurrency('$', 'HKD'),
		sameCurrency('$', 'EUR'),
		sameCurrency('¥', 'JPY'),
		sameCurrency('USD', 'HKD')
	]).toEqual([true, false, true, false]);
});

it('measures the same in both languages', () => {
	expect(measureOf('-hour stay')).toBe(measureOf('小时'));
	expect(measureOf(' consecutive days')).toBe(measureOf('天'));
	expect(measureOf('-year-old')).toBe(measureOf('岁'));
	expect(measureOf('个多星期')).toBe(measureOf(' weeks'));
	expect(measureOf(' men')).toBeUndefined();
	expect(isCounted(' men')).toBe(true);
});

it('knows how many of a measure another is, of the same kind only', () => {
	expect(measuresIn('hours', 'days')).toBe(24);
	expect(measuresIn('days', 'hours')).toBe(1 / 24);
	expect(measuresIn('days', 'months')).toBeNull();
	expect(measuresIn('hours', 'feet')).toBeNull();
	expect(measuresIn('hours', undefined)).toBeNull();
});
