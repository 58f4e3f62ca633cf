/** Groups in data: {@link org.mlmath.numerics.clustering.KMeans}. Observations are rows. */
package org.mlmath.numerics.clustering;
