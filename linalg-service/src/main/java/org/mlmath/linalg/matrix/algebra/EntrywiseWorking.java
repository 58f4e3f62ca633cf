package org.mlmath.linalg.matrix.algebra;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.matrix.MatrixResult;
import org.mlmath.numerics.linear.Matrix;

/** How entries find their places. The working is the computation itself, entry by entry. Kinds of steps: row, block, matrix. */
final class EntrywiseWorking {
    private static final int MOST_ROWS = 8;

    /** Of a Kronecker product, which is as large as both factors together. */
    private static final int MOST_ENTRIES = 256;

    private EntrywiseWorking() {}

    static MatrixResult combination(MatrixResult answer, Matrix a, Matrix b, EntrywiseOperation operation) {
        if (!readable(a) || !Latex.readable(b)) {
            return without(answer);
        }
        Working working = new Working();
        for (int row = 0; row < a.rows(); row++) {
            int i = row;
            String line = IntStream.range(0, a.columns())
                    .mapToObj(j -> "%s %s %s = %s"
                            .formatted(
                                    Latex.number(a.get(i, j)),
                                    operation.symbol(),
                                    Latex.factor(b.get(i, j)),
                                    Latex.number(answer.matrix().get(i, j))))
                    .collect(Collectors.joining(",\\quad "));
            working.add(
                    new Step(
                            "row",
                            "Row %d".formatted(i + 1),
                            "Entries in the same place go together.",
                            line,
                            answer.matrix().row(i)),
                    a.columns());
        }
        String symbol = operation == EntrywiseOperation.PRODUCT ? "\\odot" : operation.symbol();
        return answer.withSteps(working.endingIn(last(answer, "A " + symbol + " B")));
    }

    static MatrixResult kronecker(MatrixResult answer, Matrix a, Matrix b) {
        if (answer.matrix().values().length > MOST_ENTRIES || !Latex.readable(a) || !Latex.readable(b)) {
            return without(answer);
        }
        Working working = new Working();
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                double[] block = new double[b.values().length];
                for (int at = 0; at < block.length; at++) {
                    block[at] = a.get(i, j) * b.values()[at] + 0.0;
                }
                Matrix shown = new Matrix(b.rows(), b.columns(), block);
                working.add(
                        new Step(
                                "block",
                                "The block in row %d and column %d".formatted(i + 1, j + 1),
                                "It is B, multiplied by the entry of A in that place.",
                                "a_{%d%d} B = %s \\cdot %s = %s"
                                        .formatted(
                                                i + 1,
                                                j + 1,
                                                Latex.number(a.get(i, j)),
                                                Latex.matrix(b),
                                                Latex.matrix(shown)),
                                shown),
                        block.length);
            }
        }
        return answer.withSteps(working.endingIn(last(answer, "A \\otimes B")));
    }

    static MatrixResult transpose(MatrixResult answer, Matrix a) {
        if (!readable(a)) {
            return without(answer);
        }
        Working working = new Working();
        for (int i = 0; i < a.rows(); i++) {
            working.add(
                    new Step(
                            "row",
                            "Row %d becomes column %d".formatted(i + 1, i + 1),
                            "Its entries keep their order.",
                            Latex.matrix(new Matrix(1, a.columns(), a.row(i))) + " \\to " + Latex.vector(a.row(i)),
                            a.row(i)),
                    a.columns());
        }
        return answer.withSteps(working.endingIn(last(answer, "A^{\\mathsf T}")));
    }

    private static boolean readable(Matrix a) {
        return a.values().length > 0 && Math.max(a.rows(), a.columns()) <= MOST_ROWS && Latex.readable(a);
    }

    private static MatrixResult without(MatrixResult answer) {
        answer.warnings().add(Warning.noSteps());
        return answer;
    }

    private static Step last(MatrixResult answer, String name) {
        return new Step(
                "matrix",
                "Put the entries together",
                "Every entry stands in its place.",
                name + " = " + Latex.matrix(answer.matrix()),
                answer.matrix());
    }
}
