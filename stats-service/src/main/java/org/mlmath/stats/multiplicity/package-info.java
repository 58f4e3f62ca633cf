/** Several tests judged together: adjusted p-values, computed by {@link org.mlmath.stats.multiplicity.MultipleTesting}. */
package org.mlmath.stats.multiplicity;
