/** Entropies and divergences, of probabilities, of distributions and estimated from samples; all in nats. */
package org.mlmath.numerics.information;
