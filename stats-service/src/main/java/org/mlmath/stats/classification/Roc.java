package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.distribution.Normal;
import org.mlmath.numerics.distribution.TailProbability;
import org.mlmath.numerics.sample.SampleMoments;
import org.mlmath.stats.number.Interval;

/**
 * Receiver operating characteristics. The area's variance is that of E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44
 * (1988), 837-845, from how many negatives each positive beats and how many positives each negative is beaten by, in one pass over the
 * sorted scores (X. Sun and W. Xu, IEEE Signal Process. Lett. 21 (2014), 1389-1393).
 */
final class Roc {
    private Roc() {}

    static RocResult of(RocRequest request) {
        if (!(request.level() > 0 && request.level() < 1)) {
            throw new InvalidParameterException("The level must lie strictly between 0 and 1.").at("/level");
        }
        BinaryScores data = BinaryScores.of(request.actual(), request.scores(), request.positive());
        List<RocPoint> points = points(data);
        double[] won = new double[data.positives()];
        double[] lost = new double[data.negatives()];
        placements(data, won, lost);
        SampleMoments ofPositives = SampleMoments.of(won);
        double auc = ofPositives.mean();
        Double error = error(ofPositives, SampleMoments.of(lost));
        List<Warning> warnings = new ArrayList<>();
        if (error == null) {
            warnings.add(new Warning(
                    "no-interval",
                    "A class with a single observation says nothing of the area's variance.",
                    "/confidenceInterval"));
        } else if (error == 0) {
            warnings.add(new Warning(
                    "degenerate-interval",
                    "The scores separate the classes in this sample: its variance is 0 and the interval no wider than the point, which says nothing of the population.",
                    "/confidenceInterval"));
        }
        if (auc < 0.5) {
            warnings.add(new Warning(
                    "below-chance",
                    "The area is below 1/2: turned round, the scores would do better. Is the positive class the right one?",
                    "/auc"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new RocResult(
                points,
                auc,
                error,
                error == null ? null : interval(auc, error, request.level()),
                best(points),
                data.label(),
                data.positives(),
                data.negatives(),
                Map.of(
                        "confidenceInterval",
                        "DeLong's variance, normal approximation, cut at 0 and 1 (pROC)",
                        "points",
                        "every different score; scikit-learn leaves out points on a line by default"),
                warnings);
    }

    private static List<RocPoint> points(BinaryScores data) {
        List<RocPoint> points = new ArrayList<>();
        points.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
        for (BinaryScores.Cut cut : data.cuts()) {
            points.add(new RocPoint(
                    cut.threshold(),
                    (double) cut.falsePositives() / data.negatives(),
                    (double) cut.truePositives() / data.positives()));
        }
        return points;
    }

    /**
     * @param won takes, for each positive, the share of negatives that score less, ties half
     * @param lost takes, for each negative, the share of positives that score more, ties half
     */
    private static void placements(BinaryScores data, double[] won, double[] lost) {
        int positives = 0;
        int negatives = 0;
        for (BinaryScores.Cut cut : data.cuts()) {
            int tiedNegatives = cut.falsePositives() - negatives;
            double below = data.negatives() - cut.falsePositives() + 0.5 * tiedNegatives;
            double above = positives + 0.5 * (cut.truePositives() - positives);
            while (positives < cut.truePositives()) {
                won[positives++] = below / data.negatives();
            }
            while (negatives < cut.falsePositives()) {
                lost[negatives++] = above / data.positives();
            }
        }
    }

    private static Double error(SampleMoments won, SampleMoments lost) {
        if (won.size() < 2 || lost.size() < 2) {
            return null;
        }
        return Math.sqrt(won.variance(won.size() - 1.0) / won.size() + lost.variance(lost.size() - 1.0) / lost.size());
    }

    private static Interval interval(double auc, double error, double level) {
        double reach = error * new Normal(0, 1).quantile(TailProbability.upper((1 - level) / 2));
        return new Interval(Math.max(0, auc - reach), Math.min(1, auc + reach));
    }

    private static RocPoint best(List<RocPoint> points) {
        RocPoint best = points.getFirst();
        for (RocPoint point : points) {
            if (point.truePositiveRate() - point.falsePositiveRate()
                    > best.truePositiveRate() - best.falsePositiveRate()) {
                best = point;
            }
        }
        return best;
    }
}
