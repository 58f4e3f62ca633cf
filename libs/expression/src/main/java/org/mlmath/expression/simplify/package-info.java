/**
 * Readable forms: numbers combined, like terms and equal bases collected, factors in a customary order. Nothing is expanded or
 * factored, and what is cancelled (x/x = 1) holds wherever both sides are defined.
 */
package org.mlmath.expression.simplify;
