/** Finite Markov chains in discrete time: structure, long-run behaviour, absorption and hitting times, without subtractions. */
package org.mlmath.numerics.markov;
