/** What requests of several capabilities give in more than one form: one number or several, bounds, samples or their summaries, labels, columns. */
package org.mlmath.stats.number;
