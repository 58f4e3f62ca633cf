package org.mlmath.stats.utils;

/** A good name in a package without one. */
public final class Sums {}
