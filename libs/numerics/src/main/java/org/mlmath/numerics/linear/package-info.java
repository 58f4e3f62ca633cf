/**
 * Dense linear algebra. A {@link org.mlmath.numerics.linear.Matrix} is one row-major array with its shape, from the wire to the
 * kernel and back.
 */
package org.mlmath.numerics.linear;
