/** How variables hang together: covariance and correlation matrices. */
package org.mlmath.stats.dependence;
