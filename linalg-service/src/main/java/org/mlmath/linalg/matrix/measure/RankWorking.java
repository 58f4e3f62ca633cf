package org.mlmath.linalg.matrix.measure;

import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.RowReduction;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.matrix.Fractions;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.linear.Matrix;

/** Row reduction in fractions, and the count of its pivots. Kinds of steps: matrix, swap, scale, add-multiple, count. */
final class RankWorking {
    private RankWorking() {}

    static RankResult explain(RankResult answer, Matrix a, Deadline deadline) {
        if (!Fractions.bearable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        RowReduction reduction = new RowReduction(Fractions.of(a), 0, deadline);
        reduction.show("matrix", "Start from the matrix", "Row operations do not change the rank.");
        reduction.run(a.columns());
        Working working = reduction.working();
        if (!working.full() && reduction.pivots().size() != answer.rank()) {
            // Without rounding the rank differs from the one by tolerance.
            answer.warnings().add(Working.withheld());
            return answer;
        }
        if (working.full()) {
            answer.warnings().add(working.truncated());
        }
        return answer.withSteps(working.endingIn(new Step(
                "count",
                "Count the pivots",
                "Rows without a pivot are zero; those with one are independent.",
                "\\operatorname{rank} A = " + answer.rank(),
                answer.rank())));
    }
}
