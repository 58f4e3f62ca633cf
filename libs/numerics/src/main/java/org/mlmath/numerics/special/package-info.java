/**
 * Special functions of a real argument: gamma and its relatives, the error function, the standard normal density and
 * probability. Undefined values (poles, arguments outside the domain) are NaN; overflow is infinite.
 */
package org.mlmath.numerics.special;
