/** Comparison of answers with the values of other libraries. */
package org.mlmath.stats.reference;
