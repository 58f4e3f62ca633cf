package org.mlmath.stats.location;

/** A request that is no record and does not say what it costs. */
public final class MeanRequest {}
