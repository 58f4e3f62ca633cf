/** Finite Markov chains: analysis, simulation and fit. */
package org.mlmath.stats.markov;
