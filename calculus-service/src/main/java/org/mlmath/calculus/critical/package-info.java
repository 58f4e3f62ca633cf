/**
 * Where the gradient of an expression vanishes in a region, and what kind of point that is. Start at
 * {@link org.mlmath.calculus.critical.CriticalPoints}.
 *
 * <p>Conventions: sides of the region belong to it, but a minimum on its border where the gradient is not zero is no critical point;
 * nor are kinks such as that of |x|, which are listed apart.
 */
package org.mlmath.calculus.critical;
