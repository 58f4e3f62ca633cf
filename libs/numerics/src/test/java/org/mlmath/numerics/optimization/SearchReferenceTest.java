package org.mlmath.numerics.optimization;

import static org.mlmath.numerics.optimization.Objectives.ROSENBROCK;
import static org.mlmath.numerics.optimization.Objectives.TILTED;
import static org.mlmath.numerics.optimization.Runs.minimization;

import org.junit.jupiter.api.Test;
import org.mlmath.numerics.optimization.descent.FixedLength;
import org.mlmath.numerics.optimization.descent.LimitedMemoryBfgs;
import org.mlmath.numerics.optimization.descent.LineSearch;
import org.mlmath.numerics.optimization.descent.StrongWolfe;
import org.mlmath.numerics.optimization.direct.NelderMead;

/**
 * Iterates of search-iterates.py: PyTorch's L-BFGS and SciPy's Nelder–Mead. The references are as long as rounding, which each step
 * along the valley makes several times larger, stays below the tolerance.
 */
class SearchReferenceTest {
    private static final Iterates REFERENCE = Iterates.read("search-iterates.csv");
    private static final LineSearch WOLFE = new StrongWolfe(1e-4, 0.9);

    private static void agrees(String name, UpdateRule rule, double rate, long steps, double tolerance) {
        REFERENCE.requireAgreement(
                name, name.endsWith("tilted") ? TILTED : ROSENBROCK, minimization(rule, rate, steps), tolerance);
    }

    @Test
    void limitedMemoryBfgsWithFixedLengthsIsPyTorchs() {
        agrees("lbfgs-fixed-tilted", new LimitedMemoryBfgs(100, new FixedLength()), 1, 6, 1e-9);
        agrees("lbfgs-fixed-rosenbrock", new LimitedMemoryBfgs(100, new FixedLength()), 0.1, 25, 1e-9);
        agrees("lbfgs-fixed-history-2", new LimitedMemoryBfgs(2, new FixedLength()), 0.1, 25, 1e-9);
    }

    @Test
    void limitedMemoryBfgsWithAWolfeSearchIsPyTorchs() {
        agrees("lbfgs-wolfe-rosenbrock", new LimitedMemoryBfgs(100, WOLFE), 1, 10, 1e-9);
        agrees("lbfgs-wolfe-history-1", new LimitedMemoryBfgs(1, WOLFE), 1, 10, 1e-9);
    }

    @Test
    void nelderMeadIsSciPys() {
        agrees("nelder-mead", new NelderMead(false, 0.05), 0, 90, 1e-13);
        agrees("nelder-mead-adaptive", new NelderMead(true, 0.05), 0, 90, 1e-13);
    }
}
