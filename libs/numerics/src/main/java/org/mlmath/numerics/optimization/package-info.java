/** Minimisers: rules that move a point downhill, and the runs they make. */
package org.mlmath.numerics.optimization;
