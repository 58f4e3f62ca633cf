package org.mlmath.linalg.graph;

import java.util.Arrays;
import org.mlmath.kit.answer.Step;
import org.mlmath.kit.answer.Warning;
import org.mlmath.linalg.explanation.Latex;
import org.mlmath.linalg.explanation.Working;
import org.mlmath.numerics.linear.Matrix;

/**
 * The idea of the iteration, round by round: everyone passes the own score on along the edges. Kinds of steps: start, round, scores.
 */
final class CentralityWorking {
    private static final int MOST_NODES = 10;
    private static final int ROUNDS = 4;

    private CentralityWorking() {}

    static EigenvectorCentralityResult explain(EigenvectorCentralityResult answer, Graph graph) {
        int n = graph.nodes();
        double[][] incoming = new double[n][n];
        if (n <= MOST_NODES) {
            for (int k = 0; k < graph.from().length; k++) {
                incoming[graph.to()[k]][graph.from()[k]] += graph.weights()[k];
            }
        }
        Matrix transposed = Matrix.of(incoming);
        if (n > MOST_NODES || !Latex.readable(transposed)) {
            answer.warnings().add(Warning.noSteps());
            return answer;
        }
        double[] image = image(incoming, answer.scores());
        double[] multiple = Arrays.stream(answer.scores())
                .map(score -> score * answer.eigenvalue())
                .toArray();
        if (answer.converged() && !Working.agree(image, multiple)) {
            answer.warnings().add(Working.withheld());
            return answer;
        }
        Working working = new Working();
        double[] x = new double[n];
        Arrays.fill(x, 1 / Math.sqrt(n));
        working.add(
                new Step(
                        "start",
                        "Everyone begins alike",
                        "The transposed matrix collects what comes in; all scores are equal, of length 1.",
                        "A^{\\mathsf T} = %s,\\quad x = %s".formatted(Latex.matrix(transposed), Latex.vector(x)),
                        x.clone()),
                n);
        for (int round = 1; round <= ROUNDS; round++) {
            double[] next = image(incoming, x);
            double quotient = 0;
            for (int i = 0; i < n; i++) {
                quotient += x[i] * next[i];
            }
            for (int i = 0; i < n; i++) {
                next[i] += quotient * x[i];
            }
            double norm = Matrix.column(next).frobeniusNorm();
            for (int i = 0; i < n; i++) {
                x[i] = norm == 0 ? x[i] : next[i] / norm;
            }
            working.add(
                    new Step(
                            "round",
                            "Round %d".formatted(round),
                            "Scores are passed on along the edges; so much of the old ones is kept that nothing swings back and forth, and the length made 1.",
                            "\\lambda \\approx x^{\\mathsf T} A^{\\mathsf T} x = %s,\\quad x \\leftarrow \\frac{A^{\\mathsf T} x + \\lambda x}{\\|A^{\\mathsf T} x + \\lambda x\\|} = %s"
                                    .formatted(Latex.number(quotient), Latex.vector(x)),
                            x.clone()),
                    n);
        }
        return answer.withSteps(working.endingIn(new Step(
                "scores",
                "In the end scores stay as they are",
                "After %d rounds: passing them on multiplies them all by the eigenvalue."
                        .formatted(answer.iterations()),
                "A^{\\mathsf T} x = %s\\, x,\\quad x = %s"
                        .formatted(Latex.number(answer.eigenvalue()), Latex.vector(answer.scores())),
                answer.scores())));
    }

    private static double[] image(double[][] incoming, double[] x) {
        return Arrays.stream(incoming)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int j = 0; j < x.length; j++) {
                        sum += row[j] * x[j];
                    }
                    return sum;
                })
                .toArray();
    }
}
