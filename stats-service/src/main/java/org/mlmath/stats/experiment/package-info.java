/** Experiments with two arms, read by all that the service knows of them; {@link org.mlmath.stats.experiment.AbTest} puts it together. */
package org.mlmath.stats.experiment;
