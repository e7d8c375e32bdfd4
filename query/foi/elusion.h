/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How much may have been missed, judged by a sample of what was not found. Knows numbers only. */
#ifndef MINUTEBOOK_ELUSION_H
#define MINUTEBOOK_ELUSION_H

#include <glib.h>

/* The level of confidence: 95 %, on one side. */
#define ELUSION_LEVEL 0.95

/* The largest share p of a population with which `found` or fewer of a sample of `size` are still seen once in twenty times:
 * the solution of SUM (k = 0 to found) C(size, k) p^k (1 - p)^(size - k) = 1 - ELUSION_LEVEL. It is exact for the binomial
 * distribution and errs on the safe side for a sample without replacement. For nothing found it is 1 - 0.05^(1/size),
 * nearly 3/size. Sources: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the
 * case of the binomial", Biometrika 26 (1934), 404-413; NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.4.2, with
 * alpha/2 = 0.05. 1 where all of the sample was found, or where it is empty. */
double elusion_bound(guint found, guint size);

#endif
