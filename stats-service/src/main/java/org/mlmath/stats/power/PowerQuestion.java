package org.mlmath.stats.power;

import org.mlmath.stats.hypothesis.Alternative;

/** What a power analysis is asked: three of the four quantities, the fourth null. */
record PowerQuestion(
        Double effectSize, Double sampleSize, Double alpha, Double power, Alternative alternative, boolean explain) {}
