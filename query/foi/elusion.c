/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "elusion.h"

#include <math.h>

/* Halvings of the interval: more than a double has digits. */
#define STEPS 64

/* The probability of `found` or fewer; by logarithms, since the single terms are out of range for large samples. */
static double at_most(guint found, guint size, double share)
{
	double sum = 0;
	for (guint k = 0; k <= found; k++) {
		double ways = lgamma(size + 1.0) - lgamma(k + 1.0) - lgamma((double)(size - k) + 1.0);
		sum += exp(ways + k * log(share) + (double)(size - k) * log1p(-share));
	}
	return sum;
}

double elusion_bound(guint found, guint size)
{
	if (found >= size)
		return 1;
	double low = 0;
	double high = 1;
	for (int step = 0; step < STEPS; step++) {
		double middle = (low + high) / 2;
		/* The more there are, the less likely it is to see so few. */
		if (at_most(found, size, middle) > 1 - ELUSION_LEVEL)
			low = middle;
		else
			high = middle;
	}
	return high;
}
