package org.mlmath.linalg.decomposition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Matrix;

/**
 * The working of a textbook for A = QR: from each column take its parts along the directions found before, and give what is left the
 * length 1. Kinds: normalize, subtract-projections, dependent, project, complete, assemble.
 */
final class GramSchmidt {
    private static final int MOST_ROWS = 50;
    private static final int MOST_COLUMNS = 8;

    /** What is left of a column that depends on the earlier ones, relative to the column. */
    private static final double VANISHING = 1e-12;

    /** Beside the length of its column a share or an entry so small is what rounding left of a zero. */
    private static final double ROUNDING = 1e-14;

    /** How far R may be from the stable algorithm's, relative to ‖A‖: the derivation loses as many digits as the condition has. */
    private static final double AGREEMENT = 1e-8;

    private final Matrix a;
    private final QrResult answer;
    private final Working working = new Working();
    private final List<double[]> directions = new ArrayList<>();
    private final double[] r;

    private GramSchmidt(Matrix a, QrResult answer) {
        this.a = a;
        this.answer = answer;
        this.r = new double[answer.r().values().length];
    }

    /** @param a with its columns in the order of the factorisation */
    static QrResult explain(QrResult answer, Matrix a) {
        if (a.rows() > MOST_ROWS || a.columns() > MOST_COLUMNS || !Latex.readable(a)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        GramSchmidt derivation = new GramSchmidt(a, answer);
        derivation.run();
        if (!derivation.agrees()) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        Step last = new Step(
                "assemble",
                "Put Q and R together",
                "The directions are the columns of Q; the lengths and shares are the entries of R, so that A = QR.",
                "Q = " + Latex.matrix(answer.q()) + ", \\quad R = " + Latex.matrix(answer.r()),
                answer.r());
        if (derivation.working.full()) {
            answer.warnings().add(derivation.working.truncated());
        }
        return answer.withSteps(derivation.working.endingIn(last));
    }

    private void run() {
        int width = answer.q().columns();
        for (int j = 0; j < a.columns(); j++) {
            double[] column = a.columnAt(j);
            double[] rest = column.clone();
            double size = Matrix.column(column).frobeniusNorm();
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < directions.size(); i++) {
                double[] direction = directions.get(i);
                double share = dot(direction, rest);
                r[i * a.columns() + j] = share;
                for (int k = 0; k < rest.length; k++) {
                    rest[k] -= share * direction[k];
                }
                if (Math.abs(share) > ROUNDING * size) {
                    parts.add("%sq_{%d}".formatted(Latex.coefficient(share), i + 1));
                }
            }
            if (directions.size() == width) {
                project(j, parts);
                continue;
            }
            if (j > 0) {
                subtract(j, rest, parts);
            }
            double length = Matrix.column(rest).frobeniusNorm();
            if (length <= VANISHING * size) {
                depend(j);
            } else {
                normalize(j, rest, length);
            }
        }
        for (int j = directions.size(); j < width; j++) {
            double[] direction = answer.q().columnAt(j);
            directions.add(direction);
            working.add(
                    new Step(
                            "complete",
                            "Add a direction q%d".formatted(j + 1),
                            "No column is left, so any unit vector orthogonal to the others will do.",
                            "q_{%d} = %s".formatted(j + 1, Latex.vector(direction)),
                            direction),
                    direction.length);
        }
    }

    private void project(int j, List<String> parts) {
        double[] shares = new double[directions.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = r[i * a.columns() + j];
        }
        working.add(
                new Step(
                        "project",
                        "Write column %d in the directions found".formatted(j + 1),
                        "The directions span the whole space already; the shares are the entries of R.",
                        "a_{%d} = %s".formatted(j + 1, Latex.sum(parts)),
                        shares),
                shares.length);
    }

    private void subtract(int j, double[] rest, List<String> parts) {
        working.add(
                new Step(
                        "subtract-projections",
                        "Take the parts along the earlier directions from column %d".formatted(j + 1),
                        "Its share of each direction q is the scalar product with q, an entry of R.",
                        "u_{%d} = a_{%d} - %s = %s"
                                .formatted(j + 1, j + 1, Latex.term(parts), Latex.vector(withoutRounding(rest, j))),
                        rest),
                rest.length);
    }

    /** What rounding leaves of a zero is not shown. */
    private double[] withoutRounding(double[] rest, int j) {
        double noise = ROUNDING * Matrix.column(a.columnAt(j)).frobeniusNorm();
        return Arrays.stream(rest)
                .map(entry -> Math.abs(entry) <= noise ? 0 : entry)
                .toArray();
    }

    private void normalize(int j, double[] rest, double length) {
        double[] direction = new double[rest.length];
        for (int i = 0; i < rest.length; i++) {
            direction[i] = rest[i] / length;
        }
        r[directions.size() * a.columns() + j] = length;
        directions.add(direction);
        int q = directions.size();
        working.add(
                new Step(
                        "normalize",
                        "Give it the length 1",
                        "The length is the diagonal entry of R, which is why that is not negative.",
                        "q_{%d} = \\frac{1}{%s}\\, %s_{%d} = %s"
                                .formatted(q, Latex.number(length), j == 0 ? "a" : "u", j + 1, Latex.vector(direction)),
                        direction),
                direction.length);
    }

    /** The answer has a direction here as well; its diagonal entry of R is zero. */
    private void depend(int j) {
        double[] direction = answer.q().columnAt(directions.size());
        directions.add(direction);
        int q = directions.size();
        working.add(
                new Step(
                        "dependent",
                        "Column %d depends on the earlier ones".formatted(j + 1),
                        "Nothing is left of it: the diagonal entry of R is 0, and any unit vector orthogonal to the others will do.",
                        "u_{%d} = 0, \\quad q_{%d} = %s".formatted(j + 1, q, Latex.vector(direction)),
                        direction),
                direction.length);
    }

    private boolean agrees() {
        double bound = AGREEMENT * a.frobeniusNorm();
        for (int i = 0; i < r.length; i++) {
            if (!(Math.abs(r[i] - answer.r().values()[i]) <= bound)) {
                return false;
            }
        }
        return true;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
