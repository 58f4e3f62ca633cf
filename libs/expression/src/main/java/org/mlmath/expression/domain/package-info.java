/**
 * Where an expression is defined: the conditions its parts set, and for one variable the set of numbers they leave. Start at
 * {@link org.mlmath.expression.domain.NaturalDomain}.
 *
 * <p>Domains are those of the mathematics: overflow, which also leaves a value undefined, is not looked at here.
 */
package org.mlmath.expression.domain;
