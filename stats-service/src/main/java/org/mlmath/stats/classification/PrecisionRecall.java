package org.mlmath.stats.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Warning;

/** Precision against recall over all thresholds. */
final class PrecisionRecall {
    private PrecisionRecall() {}

    static PrecisionRecallResult of(PrecisionRecallRequest request) {
        BinaryScores data = BinaryScores.of(request.actual(), request.scores(), request.positive());
        List<PrecisionRecallPoint> points = new ArrayList<>();
        points.add(new PrecisionRecallPoint(Double.POSITIVE_INFINITY, 0, 1, 0));
        PrecisionRecallPoint best = points.getFirst();
        double average = 0;
        for (BinaryScores.Cut cut : data.cuts()) {
            PrecisionRecallPoint point = point(cut, data.positives());
            average += (point.recall() - points.getLast().recall()) * point.precision();
            points.add(point);
            best = point.f1() > best.f1() ? point : best;
        }
        List<Warning> warnings = new ArrayList<>();
        if (request.explain()) {
            warnings.add(Warning.noSteps());
        }
        return new PrecisionRecallResult(
                points,
                average,
                (double) data.positives() / data.size(),
                best,
                data.label(),
                data.positives(),
                data.negatives(),
                Map.of(
                        "averagePrecision",
                        "without interpolation, as scikit-learn; the trapezoidal area would be too hopeful"),
                warnings);
    }

    private static PrecisionRecallPoint point(BinaryScores.Cut cut, int positives) {
        double found = cut.truePositives();
        double taken = found + cut.falsePositives();
        return new PrecisionRecallPoint(
                cut.threshold(), found / positives, found / taken, 2 * found / (taken + positives));
    }
}
