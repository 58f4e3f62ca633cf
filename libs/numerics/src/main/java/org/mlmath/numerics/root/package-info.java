/** Roots of real functions of one variable. */
package org.mlmath.numerics.root;
