/** Simulations for teaching: the data that a picture of a theorem needs, the same for the same seed. */
package org.mlmath.stats.simulation;
