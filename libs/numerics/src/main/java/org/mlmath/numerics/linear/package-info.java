/**
 * Dense linear algebra. A {@link org.mlmath.numerics.linear.Matrix} is one row-major array with its shape, from the wire to the
 * kernel and back.
 *
 * <p>{@link org.mlmath.numerics.linear.Kernels#current} gives the {@link org.mlmath.numerics.linear.Kernel} that computes: OpenBLAS
 * and its LAPACK, called through the foreign-function interface with always one thread, or Hipparchus where no native library loads.
 * Both bear entries from 1e-300 to 1e300 and keep the same laws; what they cost is their
 * {@link org.mlmath.numerics.linear.KernelCost}. Signs and order of what a kernel returns are the library's: conventions of the
 * public contract are laid down by whoever answers.
 */
package org.mlmath.numerics.linear;
