/**
 * Real numbers with guaranteed error bounds, to any precision: a ball is a midpoint and a radius, and every operation returns a ball
 * that certainly holds the result for all numbers in its arguments.
 *
 * <p>Start at {@link org.mlmath.numerics.ball.Ball}; {@link org.mlmath.numerics.ball.ElementaryBalls},
 * {@link org.mlmath.numerics.ball.GammaBalls} and {@link org.mlmath.numerics.ball.ErrorFunctionBalls} are the functions. A
 * working precision of some bits is an argument of each operation; too small a precision gives a wide ball, never a wrong one.
 * Source: Johansson, <i>Arb: efficient arbitrary-precision midpoint-radius interval arithmetic</i>, IEEE Trans. Comput. 66 (2017).
 */
package org.mlmath.numerics.ball;
