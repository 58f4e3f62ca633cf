package org.mlmath.linalg.matrix.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;

/**
 * The working of a textbook: elimination to a triangle, in fractions, and for small matrices the expansion along the first row as
 * well. Kinds: swap, add-multiple, diagonal, cofactor, expansion, determinant.
 */
final class DeterminantWorking {
    private static final int COFACTORS_UP_TO = 4;

    /** Long fractions count as several numbers: so many bits make one. */
    private static final int DOUBLE = 64;

    /** How far the answer may be from the fractions, in units of its own error estimate. */
    private static final double AGREEMENT = 1000;

    private final RationalMatrix a;
    private final Rational[][] rows;
    private final Deadline deadline;
    private final Working working = new Working();
    private boolean negated;

    private DeterminantWorking(RationalMatrix a, Deadline deadline) {
        this.a = a;
        this.deadline = deadline;
        this.rows = new Rational[a.rows()][a.rows()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = a.get(i, j);
            }
        }
    }

    /** @return the result with the steps that lead to it, or with a warning where they do not */
    static DeterminantResult explain(DeterminantResult result, RationalMatrix a, Deadline deadline) {
        DeterminantWorking derivation = new DeterminantWorking(a, deadline);
        Rational determinant = derivation.eliminate();
        if (derivation.working.full()) {
            result.warnings().add(derivation.working.truncated());
        } else if (!agrees(result, determinant)) {
            result.warnings().add(Working.withheld());
            return result;
        }
        if (a.rows() > 1 && a.rows() <= COFACTORS_UP_TO) {
            derivation.expand();
        }
        String value = derivation.working.full()
                ? result.value() == null
                        ? "\\pm e^{" + Latex.number(result.logAbsolute()) + "}"
                        : Latex.number(result.value())
                : determinant.latex();
        Step last = new Step(
                "determinant",
                "The determinant",
                result.sign() == 0
                        ? "It is zero: the rows depend on each other."
                        : "It is not zero: the matrix has an inverse.",
                "\\det(A) = " + value,
                result.value());
        return result.withSteps(derivation.working.endingIn(last));
    }

    private static boolean agrees(DeterminantResult result, Rational determinant) {
        if (result.sign() != determinant.signum()) {
            return false;
        }
        double expected = determinant.doubleValue();
        return result.value() == null
                ? Double.isInfinite(expected)
                : Math.abs(result.value() - expected)
                        <= AGREEMENT * result.diagnostics().relativeErrorEstimate() * Math.abs(expected)
                                + Double.MIN_NORMAL;
    }

    /** @return the determinant, or what has been found of it when there is no more room for steps */
    private Rational eliminate() {
        int n = rows.length;
        for (int j = 0; j < n - 1 && !working.full(); j++) {
            int pivot = j;
            while (pivot < n && rows[pivot][j].signum() == 0) {
                pivot++;
            }
            if (pivot == n) {
                continue; // a zero on the diagonal
            }
            if (pivot != j) {
                swap(j, pivot);
            }
            for (int i = j + 1; i < n && !working.full(); i++) {
                if (rows[i][j].signum() != 0) {
                    addMultiple(i, j);
                }
            }
        }
        Rational product = negated ? Rational.ONE.negate() : Rational.ONE;
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            product = product.multiply(rows[i][i]);
            String factor = rows[i][i].latex();
            factors.add(factor.startsWith("-") ? "\\left(" + factor + "\\right)" : factor);
        }
        working.add(
                new Step(
                        "diagonal",
                        "Multiply the diagonal",
                        negated
                                ? "The determinant of a triangle is the product of its diagonal; an odd number of swaps changes the sign."
                                : "The determinant of a triangle is the product of its diagonal.",
                        "\\det(A) = " + (negated ? "-" : "") + String.join(" \\cdot ", factors) + " = "
                                + product.latex(),
                        product.toString()),
                n);
        return product;
    }

    private void swap(int i, int k) {
        Rational[] kept = rows[i];
        rows[i] = rows[k];
        rows[k] = kept;
        negated = !negated;
        record(
                "swap",
                "Swap rows %d and %d".formatted(i + 1, k + 1),
                "The entry needed as pivot is 0. Each swap changes the determinant's sign.",
                "R_{%d} \\leftrightarrow R_{%d}".formatted(i + 1, k + 1));
    }

    private void addMultiple(int i, int with) {
        deadline.check();
        Rational factor = rows[i][with].divide(rows[with][with]).negate();
        for (int j = with; j < rows.length; j++) {
            rows[i][j] = rows[i][j].add(factor.multiply(rows[with][j]));
        }
        String multiple = factor.abs().equals(Rational.ONE) ? "" : factor.abs().latex() + " ";
        record(
                "add-multiple",
                "Add %s times row %d to row %d".formatted(factor, with + 1, i + 1),
                "That makes its entry in column %d zero and leaves the determinant as it is.".formatted(with + 1),
                "R_{%d} \\leftarrow R_{%d} %s %sR_{%d}"
                        .formatted(i + 1, i + 1, factor.signum() < 0 ? "-" : "+", multiple, with + 1));
    }

    private void record(String kind, String title, String detail, String operation) {
        int n = rows.length;
        List<List<String>> value = Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(Rational::toString).toList())
                .toList();
        int size = Arrays.stream(rows)
                .flatMap(Arrays::stream)
                .mapToInt(entry -> 1
                        + entry.numerator().bitLength() / DOUBLE
                        + entry.denominator().bitLength() / DOUBLE)
                .sum();
        String matrix = Latex.matrix(n, n, 0, (i, j) -> rows[i][j].latex());
        working.add(new Step(kind, title, detail, operation + ": \\quad " + matrix, value), size);
    }

    /** Along the first row. */
    private void expand() {
        int n = a.rows();
        List<String> terms = new ArrayList<>();
        Rational sum = Rational.ZERO;
        for (int j = 0; j < n; j++) {
            Rational minor = minor(j);
            Rational cofactor = j % 2 == 0 ? minor : minor.negate();
            sum = sum.add(a.get(0, j).multiply(cofactor));
            terms.add("%s \\cdot %s".formatted(a.get(0, j).latex(), Latex.factor(cofactor)));
            int left = j;
            working.add(
                    new Step(
                            "cofactor",
                            "The cofactor of row 1, column %d".formatted(j + 1),
                            "Leave out row 1 and column %d; the sign is %s.".formatted(j + 1, j % 2 == 0 ? "+" : "−"),
                            "C_{1,%d} = %s\\det %s = %s"
                                    .formatted(
                                            j + 1,
                                            j % 2 == 0 ? "" : "-",
                                            Latex.matrix(n - 1, n - 1, 0, (i, k) -> a.get(i + 1, k < left ? k : k + 1)
                                                    .latex()),
                                            cofactor.latex()),
                            cofactor.toString()),
                    n * n);
        }
        working.add(
                new Step(
                        "expansion",
                        "Expand along the first row",
                        "Each entry times its cofactor: the other way to the same number.",
                        "\\det(A) = " + Latex.sum(terms) + " = " + sum.latex(),
                        sum.toString()),
                n);
    }

    private Rational minor(int column) {
        int n = a.rows();
        int[] remaining = new int[n - 1];
        for (int k = 0; k < n - 1; k++) {
            remaining[k] = k < column ? k : k + 1;
        }
        return determinant(1, remaining);
    }

    /** By cofactors again: of at most 3×3. */
    private Rational determinant(int row, int[] columns) {
        if (columns.length == 1) {
            return a.get(row, columns[0]);
        }
        Rational sum = Rational.ZERO;
        for (int j = 0; j < columns.length; j++) {
            int[] remaining = new int[columns.length - 1];
            for (int k = 0; k < remaining.length; k++) {
                remaining[k] = columns[k < j ? k : k + 1];
            }
            Rational term = a.get(row, columns[j]).multiply(determinant(row + 1, remaining));
            sum = j % 2 == 0 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }
}
