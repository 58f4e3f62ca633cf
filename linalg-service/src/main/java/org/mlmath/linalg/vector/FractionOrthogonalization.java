package org.mlmath.linalg.vector;

import java.util.ArrayList;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.linalg.system.RankDecision;
import org.mlmath.numerics.exact.Rational;
import org.mlmath.numerics.exact.RationalMatrix;
import org.mlmath.numerics.linear.Matrix;

/**
 * The process of Gram and Schmidt in fractions; lengths, which are square roots of fractions, are taken once at the end. Kinds of steps:
 * keep, subtract-projections, dependent, normalize, assemble.
 */
final class FractionOrthogonalization {
    private final RationalMatrix vectors;
    private final boolean normalize;
    private final Working working = new Working();
    private final List<Rational[]> directions = new ArrayList<>();
    private final List<Rational> squares = new ArrayList<>();
    private final List<Rational[]> shares = new ArrayList<>();
    private final List<Integer> dependent = new ArrayList<>();

    private FractionOrthogonalization(RationalMatrix vectors, boolean normalize) {
        this.vectors = vectors;
        this.normalize = normalize;
    }

    static GramSchmidtResult of(RationalMatrix vectors, boolean normalize, boolean explain) {
        FractionOrthogonalization process = new FractionOrthogonalization(vectors, normalize);
        for (int i = 0; i < vectors.rows(); i++) {
            process.take(i);
        }
        GramSchmidtResult result = process.result();
        return explain ? process.explained(result) : result;
    }

    private void take(int i) {
        Rational[] vector = Fractions.row(vectors, i);
        Rational[] rest = vector;
        Rational[] row = new Rational[directions.size() + 1];
        List<String> parts = new ArrayList<>();
        for (int j = 0; j < directions.size(); j++) {
            row[j] = Fractions.dot(vector, directions.get(j)).divide(squares.get(j));
            rest = Fractions.plus(rest, row[j].negate(), directions.get(j));
            if (row[j].signum() != 0) {
                parts.add("%su_{%d}".formatted(Latex.coefficient(row[j]), j + 1));
            }
        }
        Rational square = Fractions.dot(rest, rest);
        boolean vanished = square.signum() == 0;
        row[directions.size()] = vanished ? Rational.ZERO : Rational.ONE;
        shares.add(row);
        show(i, rest, parts, vanished);
        if (vanished) {
            dependent.add(i);
        } else {
            directions.add(rest);
            squares.add(square);
        }
    }

    private void show(int i, Rational[] rest, List<String> parts, boolean vanished) {
        String name = vanished ? "0" : "u_{%d}".formatted(directions.size() + 1);
        String shown = Latex.matrix(rest.length, 1, 0, (k, j) -> rest[k].latex());
        double[] value = Fractions.doubles(rest);
        if (vanished) {
            working.add(
                    new Step(
                            "dependent",
                            "Vector %d depends on the earlier ones".formatted(i + 1),
                            "Nothing is left of it once its parts along the earlier directions are gone.",
                            parts.isEmpty()
                                    ? "v_{%d} = 0".formatted(i + 1)
                                    : "v_{%d} - %s = 0".formatted(i + 1, Latex.term(parts)),
                            value),
                    value.length);
        } else if (parts.isEmpty()) {
            working.add(
                    new Step(
                            "keep",
                            "Take vector %d as it is".formatted(i + 1),
                            directions.isEmpty()
                                    ? "It is the first direction."
                                    : "It is orthogonal to the earlier directions already.",
                            "%s = v_{%d} = %s".formatted(name, i + 1, shown),
                            value),
                    value.length);
        } else {
            working.add(
                    new Step(
                            "subtract-projections",
                            "Take the parts along the earlier directions from vector %d".formatted(i + 1),
                            "Its share of a direction u is (v·u)/(u·u).",
                            "%s = v_{%d} - %s = %s".formatted(name, i + 1, Latex.term(parts), shown),
                            value),
                    value.length);
        }
    }

    private GramSchmidtResult result() {
        int k = vectors.rows();
        int n = vectors.columns();
        int r = directions.size();
        List<double[]> orthonormal = new ArrayList<>();
        List<double[]> orthogonal = new ArrayList<>();
        for (int j = 0; j < r; j++) {
            double[] direction = new double[n];
            for (int l = 0; l < n; l++) {
                direction[l] = root(directions.get(j)[l], Rational.ONE.divide(squares.get(j)));
            }
            orthonormal.add(direction);
            orthogonal.add(Fractions.doubles(directions.get(j)));
        }
        double[] coefficients = new double[k * r];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < Math.min(r, shares.get(i).length); j++) {
                Rational share = shares.get(i)[j];
                coefficients[i * r + j] = normalize ? root(share, squares.get(j)) : share.doubleValue();
            }
        }
        Matrix unit = Orthogonalization.matrix(orthonormal, n);
        return Orthogonalization.result(
                unit,
                normalize ? unit : Orthogonalization.matrix(orthogonal, n),
                new Matrix(k, r, coefficients),
                dependent,
                RankDecision.EXACT,
                null,
                new ArrayList<>());
    }

    /** @return x·√square */
    private static double root(Rational x, Rational square) {
        double size = x.multiply(x).multiply(square).sqrt();
        return x.signum() < 0 ? -size : size;
    }

    private GramSchmidtResult explained(GramSchmidtResult result) {
        for (int j = 0; j < directions.size() && normalize; j++) {
            double[] direction = result.basis().row(j);
            working.add(
                    new Step(
                            "normalize",
                            "Give direction %d the length 1".formatted(j + 1),
                            "Divide it by its length.",
                            "q_{%d} = \\frac{1}{\\sqrt{%s}}\\, u_{%d} = %s"
                                    .formatted(j + 1, squares.get(j).latex(), j + 1, Latex.vector(direction)),
                            direction),
                    direction.length);
        }
        if (working.full()) {
            result.warnings().add(working.truncated());
        }
        Step last = new Step(
                "assemble",
                "These are the vectors of the basis",
                "Each is orthogonal to the others, and the first of them span what the first vectors do.",
                (normalize ? "Q = " : "U = ") + Latex.matrix(result.basis()),
                result.basis());
        return new GramSchmidtResult(
                result.basis(),
                result.coefficients(),
                result.dependent(),
                result.diagnostics(),
                result.conventions(),
                result.warnings(),
                working.endingIn(last));
    }
}
