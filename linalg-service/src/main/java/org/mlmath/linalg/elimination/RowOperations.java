package org.mlmath.linalg.elimination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.RowReduction;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.system.Arithmetic;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.InvalidParameterException;
import org.mlmath.numerics.MathException;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.linear.Matrix;

/**
 * Elementary row operations as the caller names them: exchange two rows, multiply a row by a factor that is not 0, add a multiple of one
 * row to another. In floating point each entry is rounded once per operation; small matrices are carried along in fractions, which says
 * how much that came to.
 */
public final class RowOperations {
    private static final Map<String, String> CONVENTIONS = Map.of("rows", "indices from 0; the steps count from 1");

    /** How far, relative, the last matrix may be from that in fractions, for the steps to explain it. */
    private static final double AGREEMENT = 1e-8;

    private final Matrix a;
    private final List<RowOperation> operations;
    private final Deadline deadline;
    private final List<Warning> warnings = new ArrayList<>();

    private RowOperations(Matrix a, List<RowOperation> operations, Deadline deadline) {
        this.a = a;
        this.operations = operations;
        this.deadline = deadline;
    }

    /**
     * @throws org.mlmath.numerics.DimensionMismatchException if there is no entry
     * @throws InvalidParameterException at the operation that names a row which is not there, lacks what its kind needs, has what it
     *     does not take, or is given as text in floating point
     * @throws org.mlmath.numerics.LimitExceededException if fractions are asked for of more than 64 rows or 20,000 entries
     */
    public static RowOperationsResult apply(
            Matrix a, List<RowOperation> operations, Arithmetic arithmetic, boolean explain, Deadline deadline) {
        EchelonForm.requireEntries(a);
        boolean exact = arithmetic == Arithmetic.EXACT;
        if (exact) {
            EchelonForm.requireFractions(a);
        } else {
            Arithmetic.requireNumbers("/matrix", a, false);
        }
        for (int i = 0; i < operations.size(); i++) {
            try {
                require(operations.get(i), a.rows(), exact);
            } catch (MathException e) {
                throw e.at("/operations/" + i);
            }
        }
        RowOperations run = new RowOperations(a, operations, deadline);
        RowReduction fractions =
                exact || EchelonForm.fitsFractions(a) ? new RowReduction(EchelonForm.fractions(a), 0, deadline) : null;
        RowOperationsResult result = exact ? run.inFractions(fractions) : run.inFloatingPoint(fractions);
        return explain ? run.explained(result, fractions) : result;
    }

    private static void require(RowOperation operation, int rows, boolean exact) {
        RowOperationKind kind = operation.kind();
        requireRow(operation.row(), rows, "/row");
        if (kind.needsOther() != (operation.with() != null)) {
            throw new InvalidParameterException(
                            kind.needsOther()
                                    ? "The operation %s needs a second row, `with`.".formatted(kind.wireName())
                                    : "The operation %s takes no second row.".formatted(kind.wireName()))
                    .at("/with");
        }
        if (kind.needsFactor() != (operation.factor() != null)) {
            throw new InvalidParameterException(
                            kind.needsFactor()
                                    ? "The operation %s needs a factor.".formatted(kind.wireName())
                                    : "The operation %s takes no factor.".formatted(kind.wireName()))
                    .at("/factor");
        }
        if (kind.needsOther()) {
            requireRow(operation.with(), rows, "/with");
            if (operation.with().equals(operation.row())) {
                throw new InvalidParameterException(
                                "Row %d stands on both sides; name another row.".formatted(operation.row()))
                        .at("/with");
            }
        }
        if (kind.needsFactor()) {
            requireFactor(operation, exact);
        }
    }

    private static void requireRow(int row, int rows, String pointer) {
        if (row < 0 || row >= rows) {
            throw new InvalidParameterException(
                            "There is no row %d: the matrix has the rows 0 to %d.".formatted(row, rows - 1))
                    .at(pointer);
        }
    }

    private static void requireFactor(RowOperation operation, boolean exact) {
        RowFactor factor = operation.factor();
        if (!exact && factor.text() != null) {
            throw new InvalidParameterException(
                            "\"%s\" is text: fractions are for exact arithmetic. Write a number, or ask for \"arithmetic\": \"exact\"."
                                    .formatted(factor.text()))
                    .at("/factor");
        }
        boolean zero;
        try {
            zero = factor.fraction().signum() == 0;
        } catch (MathException e) {
            throw e.at("/factor");
        }
        if (zero && operation.kind() == RowOperationKind.SCALE) {
            throw new InvalidParameterException("A row multiplied by 0 is lost: the factor must not be 0.")
                    .at("/factor");
        }
    }

    private RowOperationsResult inFractions(RowReduction fractions) {
        List<Matrix> matrices = new ArrayList<>();
        List<String[][]> texts = new ArrayList<>();
        for (RowOperation operation : operations) {
            apply(operation, fractions);
            matrices.add(rounded(fractions));
            texts.add(text(fractions));
        }
        return new RowOperationsResult(
                matrices,
                rounded(fractions),
                new RowOperationsResult.ExactValues(texts, text(fractions)),
                new RowOperationsResult.Diagnostics(0.0),
                CONVENTIONS,
                warnings,
                null);
    }

    private static void apply(RowOperation operation, RowReduction fractions) {
        switch (operation.kind()) {
            case SWAP -> fractions.swap(operation.row(), operation.with(), "As asked.");
            case SCALE -> fractions.scale(operation.row(), operation.factor().fraction(), "As asked.");
            case ADD_MULTIPLE ->
                fractions.addMultiple(
                        operation.row(), operation.with(), operation.factor().fraction(), "As asked.");
        }
    }

    private static Matrix rounded(RowReduction fractions) {
        double[] values = new double[fractions.rows() * fractions.columns()];
        for (int at = 0; at < values.length; at++) {
            values[at] = fractions
                    .get(at / fractions.columns(), at % fractions.columns())
                    .doubleValue();
        }
        return new Matrix(fractions.rows(), fractions.columns(), values);
    }

    private static String[][] text(RowReduction fractions) {
        String[][] text = new String[fractions.rows()][fractions.columns()];
        for (int i = 0; i < text.length; i++) {
            for (int j = 0; j < text[i].length; j++) {
                text[i][j] = fractions.get(i, j).toString();
            }
        }
        return text;
    }

    private RowOperationsResult inFloatingPoint(RowReduction fractions) {
        List<Matrix> matrices = new ArrayList<>();
        double[] values = a.values();
        for (RowOperation operation : operations) {
            deadline.check();
            values = applied(operation, values.clone());
            matrices.add(new Matrix(a.rows(), a.columns(), values));
            if (fractions != null) {
                apply(operation, fractions);
            }
        }
        int undefined = 0;
        for (double value : values) {
            undefined += Double.isFinite(value) ? 0 : 1;
        }
        if (undefined > 0) {
            warnings.add(new Warning(
                    "overflow",
                    "%d of the %d entries %s beyond the largest double, about 1.8e308."
                            .formatted(undefined, values.length, undefined == 1 ? "is" : "are"),
                    "/matrix"));
        }
        Matrix last = new Matrix(a.rows(), a.columns(), values);
        return new RowOperationsResult(
                matrices,
                last,
                null,
                new RowOperationsResult.Diagnostics(fractions == null || undefined > 0 ? null : error(last, fractions)),
                CONVENTIONS,
                warnings,
                null);
    }

    private double[] applied(RowOperation operation, double[] values) {
        int n = a.columns();
        int row = operation.row() * n;
        for (int j = 0; j < n; j++) {
            switch (operation.kind()) {
                case SWAP -> {
                    int other = operation.with() * n + j;
                    double kept = values[row + j];
                    values[row + j] = values[other];
                    values[other] = kept;
                }
                case SCALE ->
                    values[row + j] = values[row + j] * operation.factor().value() + 0.0;
                case ADD_MULTIPLE ->
                    values[row + j] =
                            Math.fma(operation.factor().value(), values[operation.with() * n + j], values[row + j]);
            }
        }
        return values;
    }

    private static double error(Matrix last, RowReduction fractions) {
        double largest = 0;
        for (int i = 0; i < last.rows(); i++) {
            for (int j = 0; j < last.columns(); j++) {
                Rational difference = Rational.of(last.get(i, j)).subtract(fractions.get(i, j));
                largest = Math.max(largest, Math.abs(difference.doubleValue()));
            }
        }
        double size = last.maxAbs();
        return size == 0 ? largest : largest / size;
    }

    private RowOperationsResult explained(RowOperationsResult result, RowReduction fractions) {
        if (fractions == null) {
            result.warnings().add(Warning.noSteps());
            return result;
        }
        Double error = result.diagnostics().error();
        if (error == null || error > AGREEMENT) {
            result.warnings().add(Working.withheld());
            return result;
        }
        Working working = fractions.working();
        if (working.full()) {
            result.warnings().add(working.truncated());
        }
        return result.withSteps(working.endingIn(new Step(
                "read-off",
                "This is the matrix after all operations",
                "Each of them can be undone, so the rows span what they did before.",
                result.exact() == null ? Latex.matrix(result.matrix()) : fractions.latex(),
                result.matrix())));
    }
}
