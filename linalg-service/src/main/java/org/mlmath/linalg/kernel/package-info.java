/** What operators see of the numerical library that computes. */
package org.mlmath.linalg.kernel;
