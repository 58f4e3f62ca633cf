package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.ComplexMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for 2×2 and 3×3 matrices: the characteristic polynomial, in fractions, its roots, and for each of them the
 * null space of A − λI. Kinds: characteristic-polynomial, discriminant, roots, null-space, eigenvalues.
 */
final class EigenWorking {
    private static final int MOST = 3;

    /** How far the polynomial may be from 0 at an eigenvalue, relative to the sum of the moduli of its terms at ‖A‖. */
    private static final double AGREEMENT = 1e-10;

    private final Matrix a;
    private final EigenResult answer;
    private final int n;
    private final Rational[] coefficients;
    private final double[] re;
    private final double[] im;
    private final Working working = new Working();

    private EigenWorking(Matrix a, EigenResult answer) {
        this.a = a;
        this.answer = answer;
        this.n = a.rows();
        this.coefficients = characteristicPolynomial(RationalMatrix.of(a));
        this.re = answer.values().re();
        this.im = answer.complex() ? answer.values().im() : new double[n];
    }

    static EigenResult explain(EigenResult answer, Matrix a) {
        if (a.rows() > MOST || a.rows() < 2 || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        EigenWorking derivation = new EigenWorking(a, answer);
        if (!derivation.agrees()) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        derivation.run();
        Step last = new Step(
                "eigenvalues",
                "List the eigenvalues in order",
                answer.diagonalizable()
                        ? "There are as many independent eigenvectors as rows, so A = VΛV⁻¹."
                        : "There are fewer independent eigenvectors than rows, so A cannot be diagonalized.",
                derivation.listed(),
                answer.values());
        return answer.withSteps(derivation.working.endingIn(last));
    }

    /** @return of det(λI − A), lowest power first: the coefficients are sums of principal minors, with signs */
    private static Rational[] characteristicPolynomial(RationalMatrix a) {
        int n = a.rows();
        Rational trace = Rational.ZERO;
        Rational minors = Rational.ZERO;
        for (int i = 0; i < n; i++) {
            trace = trace.add(a.get(i, i));
            for (int j = 0; j < i; j++) {
                minors = minors.add(
                        a.get(i, i).multiply(a.get(j, j)).subtract(a.get(i, j).multiply(a.get(j, i))));
            }
        }
        if (n == 2) {
            return new Rational[] {minors, trace.negate(), Rational.ONE};
        }
        Rational determinant = Rational.ZERO;
        for (int j = 0; j < 3; j++) { // along the first row, cyclically: no signs
            int k = (j + 1) % 3;
            int l = (j + 2) % 3;
            determinant = determinant.add(a.get(0, j)
                    .multiply(a.get(1, k)
                            .multiply(a.get(2, l))
                            .subtract(a.get(1, l).multiply(a.get(2, k)))));
        }
        return new Rational[] {determinant.negate(), minors, trace.negate(), Rational.ONE};
    }

    private boolean agrees() {
        double norm = a.frobeniusNorm(); // an eigenvalue near 0 is right at the scale of the matrix, not at its own
        for (int j = 0; j < n; j++) {
            double valueRe = 0;
            double valueIm = 0;
            double size = 0;
            for (int k = n; k >= 0; k--) { // Horner
                double next = valueRe * re[j] - valueIm * im[j] + coefficients[k].doubleValue();
                valueIm = valueRe * im[j] + valueIm * re[j];
                valueRe = next;
                size = size * norm + Math.abs(coefficients[k].doubleValue());
            }
            if (!(Math.hypot(valueRe, valueIm) <= AGREEMENT * size)) {
                return false;
            }
        }
        return true;
    }

    private void run() {
        String polynomial = polynomial();
        working.add(
                new Step(
                        "characteristic-polynomial",
                        "Write down the characteristic polynomial",
                        n == 2
                                ? "Its coefficients are minus the trace, and the determinant."
                                : "Its coefficients are minus the trace, the sum of the principal 2×2 minors, and minus the determinant.",
                        "\\det(\\lambda I - A) = " + polynomial,
                        texts()),
                n + 1);
        if (n == 2) {
            Rational trace = coefficients[1].negate();
            Rational discriminant =
                    trace.multiply(trace).subtract(Rational.of(4L).multiply(coefficients[0]));
            working.add(
                    new Step(
                            "discriminant",
                            "Compute the discriminant",
                            discriminant.signum() > 0
                                    ? "It is positive: two real eigenvalues."
                                    : discriminant.signum() < 0
                                            ? "It is negative: a pair of complex eigenvalues."
                                            : "It is zero: one eigenvalue, twice.",
                            "\\operatorname{tr}(A)^2 - 4 \\det(A) = " + discriminant.latex(),
                            discriminant.toString()),
                    1);
        }
        working.add(
                new Step(
                        "roots",
                        "Find its roots",
                        n == 2
                                ? "By the quadratic formula, λ = (tr ± √discriminant)/2."
                                : "A cubic has at least one real root; dividing by it leaves a quadratic.",
                        polynomial + " = 0: \\quad " + (n == 2 ? formula() : "") + listed(),
                        answer.values()),
                n);
        if (answer.vectors() != null) {
            int multiplicity;
            for (int j = 0; j < n; j += multiplicity) {
                multiplicity = 1;
                while (j + multiplicity < n && re[j + multiplicity] == re[j] && im[j + multiplicity] == im[j]) {
                    multiplicity++;
                }
                nullSpace(j, multiplicity);
            }
        }
    }

    /** @return the quadratic formula with its numbers */
    private String formula() {
        Rational trace = coefficients[1].negate();
        Rational discriminant = trace.multiply(trace).subtract(Rational.of(4L).multiply(coefficients[0]));
        return discriminant.signum() == 0
                ? ""
                : "\\lambda = \\frac{%s \\pm \\sqrt{%s}}{2}: \\quad "
                        .formatted(trace.signum() == 0 ? "" : trace.latex(), discriminant.latex());
    }

    private void nullSpace(int first, int multiplicity) {
        ComplexMatrix vectors = answer.vectors();
        List<String> found = new ArrayList<>();
        for (int j = first; j < first + multiplicity; j++) {
            int column = j;
            String vector = Latex.matrix(n, 1, 0, (i, unused) -> entry(vectors, i, column));
            if (!found.contains(vector)) {
                found.add(vector);
            }
        }
        String lambda = shown(first);
        double noise = 1e-13 * a.frobeniusNorm();
        String shifted = Latex.matrix(n, n, 0, (i, j) -> {
            double real = a.get(i, j) - (i == j ? re[first] : 0);
            return Latex.complex(Math.abs(real) <= noise ? 0 : real, i == j ? -im[first] : 0);
        });
        working.add(
                new Step(
                        "null-space",
                        "Solve (A − λI)v = 0 for one eigenvalue",
                        multiplicity == 1
                                ? "One direction solves it; it is given the length 1."
                                : "The eigenvalue counts %d times; it has %d independent eigenvector%s."
                                        .formatted(multiplicity, found.size(), found.size() == 1 ? "" : "s"),
                        "\\lambda = %s: \\quad A - \\lambda I = %s, \\quad v = %s"
                                .formatted(lambda, shifted, String.join(",\\; ", found)),
                        null),
                n * n);
    }

    private static String entry(ComplexMatrix vectors, int i, int j) {
        int at = i * vectors.columns() + j;
        return Latex.complex(whole(vectors.re()[at]), vectors.isComplex() ? whole(vectors.im()[at]) : 0);
    }

    /** @return without what rounding leaves of a zero in a vector of length 1 */
    private static double whole(double part) {
        return Math.abs(part) <= 1e-13 ? 0 : part;
    }

    /** @return the eigenvalue, without what rounding leaves of a zero */
    private String shown(int j) {
        double noise = 1e-13 * a.frobeniusNorm();
        return Latex.complex(Math.abs(re[j]) <= noise ? 0 : re[j], Math.abs(im[j]) <= noise ? 0 : im[j]);
    }

    private String listed() {
        List<String> all = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            all.add("\\lambda_{%d} = %s".formatted(j + 1, shown(j)));
        }
        return String.join(",\\; ", all);
    }

    private String polynomial() {
        List<String> terms = new ArrayList<>();
        for (int k = n; k >= 0; k--) {
            if (coefficients[k].signum() != 0) {
                String power = k == 0 ? "" : k == 1 ? "\\lambda" : "\\lambda^{" + k + "}";
                boolean one = coefficients[k].abs().equals(Rational.ONE) && k > 0;
                terms.add((coefficients[k].signum() < 0 ? "-" : "")
                        + (one ? "" : coefficients[k].abs().latex() + (k > 0 ? " " : ""))
                        + power);
            }
        }
        return Latex.sum(terms);
    }

    /** @return highest power first, as polynomials are read */
    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int k = n; k >= 0; k--) {
            texts.add(coefficients[k].toString());
        }
        return texts;
    }
}
