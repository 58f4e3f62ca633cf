package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;

/** The threshold at which the decisions on a sample cost least. */
final class Threshold {
    private Threshold() {}

    static ThresholdResult of(ThresholdRequest request) {
        BinaryScores data = BinaryScores.of(request.actual(), request.scores(), request.positive());
        ThresholdCosts costs = request.costs();
        List<ThresholdPoint> points = new ArrayList<>();
        points.add(point(new BinaryScores.Cut(Double.POSITIVE_INFINITY, 0, 0), data, costs));
        ThresholdPoint best = points.getFirst();
        for (BinaryScores.Cut cut : data.cuts()) {
            ThresholdPoint point = point(cut, data, costs);
            points.add(point);
            best = point.cost() < best.cost() ? point : best;
        }
        List<Warning> warnings = new ArrayList<>();
        if (Double.isInfinite(best.threshold()) || best == points.getLast()) {
            warnings.add(new Warning(
                    "one-decision",
                    "At these costs it is best to decide alike for all observations, whatever their score.",
                    "/threshold"));
        }
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new ThresholdResult(
                best.threshold(),
                best.cost(),
                best,
                costs.probability(),
                points,
                data.label(),
                Map.of("threshold", "scores at or above it are positive; of equally good ones the highest"),
                warnings);
    }

    private static ThresholdPoint point(BinaryScores.Cut cut, BinaryScores data, ThresholdCosts costs) {
        int missed = data.positives() - cut.truePositives();
        int left = data.negatives() - cut.falsePositives();
        double cost = costs.of(cut.truePositives(), cut.falsePositives(), missed, left) / data.size();
        return new ThresholdPoint(cut.threshold(), cost, cut.truePositives(), cut.falsePositives(), missed, left);
    }
}
