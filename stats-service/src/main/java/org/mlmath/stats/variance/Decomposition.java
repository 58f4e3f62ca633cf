package org.mlmath.stats.variance;

import java.util.List;
import org.mlmath.numerics.InsufficientDataException;
import org.mlmath.numerics.distribution.FisherF;
import org.mlmath.numerics.distribution.NoncentralF;
import org.mlmath.numerics.sample.CompensatedSum;
import org.mlmath.stats.hypothesis.EffectSize;
import org.mlmath.stats.hypothesis.TestQuestion;
import org.mlmath.stats.number.Interval;
import org.mlmath.stats.number.SampleStatistics;

/**
 * The variation of grouped observations, between the groups and within them, in squares of {@code unit}.
 *
 * <p>Group means are taken from the first group's, a difference that loses no digits however far from 0 the data lie; the unit is a power
 * of two near the largest difference or deviation, so that squares neither over- nor underflow.
 */
record Decomposition(
        double between, double within, double betweenDegrees, double withinDegrees, double unit, double total) {
    /** @throws InsufficientDataException at {@code /groups} where there are no more observations than groups */
    static Decomposition of(Groups groups) {
        int count = groups.count();
        double total = groups.total();
        if (total <= count) {
            throw new InsufficientDataException(
                            "Each group has one observation, so they do not show how much observations vary within a group.")
                    .at("/groups");
        }
        double[] offsets = new double[count];
        double largest = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = groups.offset(i);
            double deviation = groups.statistics().get(i).standardDeviation();
            largest = Math.max(largest, Math.max(Math.abs(offsets[i]), deviation));
        }
        double unit = largest == 0 ? 1 : Math.scalb(1.0, Math.clamp(Math.getExponent(largest), -1000, 1000));
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < count; i++) {
            sum.add(groups.size(i) * (offsets[i] / unit));
        }
        double centre = sum.value() / total;
        CompensatedSum between = new CompensatedSum();
        CompensatedSum within = new CompensatedSum();
        CompensatedSum rest = new CompensatedSum();
        for (int i = 0; i < count; i++) {
            SampleStatistics group = groups.statistics().get(i);
            double distance = offsets[i] / unit - centre;
            between.add(group.size() * distance * distance);
            rest.add(group.size() * distance);
            double deviation = group.standardDeviation() / unit;
            within.add((group.size() - 1) * deviation * deviation);
        }
        // The centre is rounded; what the distances still add up to corrects for it.
        double corrected = Math.max(0, between.value() - rest.value() * rest.value() / total);
        return new Decomposition(corrected, within.value(), count - 1.0, total - count, unit, total);
    }

    double statistic() {
        return between / betweenDegrees / (within / withinDegrees);
    }

    double pValue() {
        return new FisherF(betweenDegrees, withinDegrees).tails(statistic()).upper();
    }

    double standardDeviation() {
        return Math.sqrt(within / withinDegrees) * unit;
    }

    double inUnits(double squares) {
        double value = squares * unit * unit;
        return Double.isFinite(value) ? value : Double.NaN;
    }

    List<VarianceSource> table() {
        return List.of(
                new VarianceSource(
                        "groups",
                        inUnits(between),
                        betweenDegrees,
                        inUnits(between / betweenDegrees),
                        statistic(),
                        pValue()),
                new VarianceSource(
                        "residuals", inUnits(within), withinDegrees, inUnits(within / withinDegrees), null, null),
                new VarianceSource(
                        "total", inUnits(between + within), betweenDegrees + withinDegrees, null, null, null));
    }

    /**
     * η² = the share of the variation that an effect explains beside the residuals, with the interval of the noncentral F distribution
     * (λ/(λ + n), Smithson 2003) and ω² as what is corrected for bias.
     *
     * @param n numerator and denominator degrees of freedom and 1: the observations that these leave
     */
    static EffectSize etaSquared(
            String name, double f, double numerator, double denominator, double n, TestQuestion question) {
        double share = 1 / (1 + denominator / (numerator * f));
        double lower = NoncentralF.noncentrality(numerator, denominator, f, question.outsideAbove());
        double upper = NoncentralF.noncentrality(numerator, denominator, f, question.outsideBelow());
        double excess = numerator * (f - 1);
        return new EffectSize(
                name,
                f == 0 ? 0 : share,
                new Interval(lower / (lower + n), upper / (upper + n)),
                Math.max(0, excess / (excess + n)));
    }
}
