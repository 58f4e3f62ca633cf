/** Entropies, divergences and mutual information. */
package org.mlmath.stats.information;
