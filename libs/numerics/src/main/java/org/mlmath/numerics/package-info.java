/**
 * What every computation can meet: failures of the mathematics ({@link org.mlmath.numerics.MathException} and its kinds) and
 * the end of its time ({@link org.mlmath.numerics.Deadline}). The mathematics itself stands in the packages below.
 */
package org.mlmath.numerics;
