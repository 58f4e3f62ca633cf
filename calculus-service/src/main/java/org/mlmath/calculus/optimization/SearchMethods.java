package org.mlmath.calculus.optimization;

import static org.mlmath.calculus.optimization.MethodChoice.ADAPTIVE;
import static org.mlmath.calculus.optimization.MethodChoice.LINE_SEARCH;
import static org.mlmath.calculus.optimization.MethodChoice.SELECTION;
import static org.mlmath.calculus.optimization.MethodChoice.VARIANT;
import static org.mlmath.calculus.optimization.MethodParameter.BACKTRACKING;
import static org.mlmath.calculus.optimization.MethodParameter.CURVATURE;
import static org.mlmath.calculus.optimization.MethodParameter.HISTORY;
import static org.mlmath.calculus.optimization.MethodParameter.LEARNING_RATE;
import static org.mlmath.calculus.optimization.MethodParameter.POPULATION_SIZE;
import static org.mlmath.calculus.optimization.MethodParameter.SIGMA;
import static org.mlmath.calculus.optimization.MethodParameter.SIMPLEX_SIZE;
import static org.mlmath.calculus.optimization.MethodParameter.SUFFICIENT_DECREASE;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mlmath.numerics.optimization.descent.Bfgs;
import org.mlmath.numerics.optimization.descent.ConjugateGradient;
import org.mlmath.numerics.optimization.descent.CoordinateDescent;
import org.mlmath.numerics.optimization.descent.LimitedMemoryBfgs;
import org.mlmath.numerics.optimization.descent.Newton;
import org.mlmath.numerics.optimization.descent.SteepestDescent;
import org.mlmath.numerics.optimization.direct.CmaEs;
import org.mlmath.numerics.optimization.direct.NelderMead;

/**
 * The part of the {@link MethodCatalog} that searches along directions or by values. In the formulas t is the length that the
 * line search finds, s the step made and y the change of the gradient.
 */
final class SearchMethods {
    private static final double ARMIJO_PART = 1e-4;

    /** Slopes flattened as far as quasi-Newton directions need, conjugate ones do, and as an exact search would. */
    private static final double LOOSE = 0.9;

    private static final double TIGHT = 0.1;
    private static final double EXACT = 1e-8;

    /** Gradient descent where a line search is asked for. */
    static final MethodDefinition STEEPEST_DESCENT = new MethodDefinition(
            "Steepest descent: gradient descent with a line search",
            "x \\leftarrow x - t g",
            searching(TIGHT),
            Map.of(LINE_SEARCH, LineSearchKind.STRONG_WOLFE),
            "A. Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées, Comptes rendus 25, 1847",
            v -> new SteepestDescent(v.search()));

    private SearchMethods() {}

    static Map<MethodName, MethodDefinition> definitions() {
        Map<MethodName, MethodDefinition> all = new EnumMap<>(MethodName.class);
        all.put(MethodName.NEWTON, newton());
        all.put(MethodName.BFGS, bfgs());
        all.put(MethodName.LBFGS, lbfgs());
        all.put(MethodName.CONJUGATE_GRADIENT, conjugateGradient());
        all.put(MethodName.NELDER_MEAD, nelderMead());
        all.put(MethodName.CMA_ES, cmaEs());
        all.put(MethodName.COORDINATE_DESCENT, coordinateDescent());
        return all;
    }

    private static MethodDefinition newton() {
        return new MethodDefinition(
                "Newton's method: damped by a line search, in which negative eigenvalues of the Hessian count by their size, or"
                        + " undamped without one",
                "x \\leftarrow x - t\\,|H|^{-1} g \\text{ with } H = \\nabla^2 f(x); \\quad x \\leftarrow x - \\eta H^{-1} g"
                        + " \\text{ without a line search}",
                searching(LOOSE),
                Map.of(LINE_SEARCH, LineSearchKind.ARMIJO),
                "J. Nocedal, S. J. Wright, Numerical Optimization, 2nd ed., 2006, sections 3.3 and 3.4; Y. Dauphin et al.,"
                        + " Identifying and attacking the saddle point problem, NeurIPS 2014",
                v -> new Newton(v.search()));
    }

    private static MethodDefinition bfgs() {
        return new MethodDefinition(
                "BFGS: a quasi-Newton method that learns the inverse Hessian B from gradients",
                "x \\leftarrow x - t B g, \\quad B \\leftarrow (I - \\rho s y^T) B (I - \\rho y s^T) + \\rho s s^T, \\quad \\rho ="
                        + " \\frac{1}{y^T s}",
                searching(LOOSE),
                Map.of(LINE_SEARCH, LineSearchKind.STRONG_WOLFE),
                "C. G. Broyden, R. Fletcher, D. Goldfarb, D. F. Shanno, independently in 1970; J. Nocedal, S. J. Wright,"
                        + " Numerical Optimization, 2nd ed., 2006, algorithm 6.1",
                v -> new Bfgs(v.search()));
    }

    private static MethodDefinition lbfgs() {
        Map<MethodParameter, Double> numbers = searching(LOOSE);
        numbers.put(HISTORY, 100.0);
        return new MethodDefinition(
                "L-BFGS: BFGS that keeps the last h pairs s, y in place of the matrix B",
                "x \\leftarrow x - t B g, \\quad B \\text{ from } \\frac{s^T y}{y^T y} I \\text{ by the BFGS updates with the last }"
                        + " h \\text{ pairs}",
                numbers,
                Map.of(LINE_SEARCH, LineSearchKind.STRONG_WOLFE),
                "J. Nocedal, Updating quasi-Newton matrices with limited storage, Mathematics of Computation 35, 1980",
                v -> new LimitedMemoryBfgs((int) v.get(HISTORY), v.search()));
    }

    private static MethodDefinition conjugateGradient() {
        Map<MethodChoice, Object> choices = new LinkedHashMap<>();
        choices.put(VARIANT, ConjugateVariant.POLAK_RIBIERE);
        choices.put(LINE_SEARCH, LineSearchKind.STRONG_WOLFE);
        return new MethodDefinition(
                "Nonlinear conjugate gradients",
                "x \\leftarrow x + t d, \\quad d \\leftarrow -g_+ + \\beta d, \\quad \\beta_{FR} = \\frac{g_+^T g_+}{g^T g},"
                        + " \\; \\beta_{PR} = \\max\\left(0, \\frac{g_+^T y}{g^T g}\\right), \\; \\beta_{HS} = \\max\\left(0,"
                        + " \\frac{g_+^T y}{d^T y}\\right), \\; \\beta_{DY} = \\frac{g_+^T g_+}{d^T y}",
                searching(TIGHT),
                choices,
                "R. Fletcher, C. M. Reeves, Function minimization by conjugate gradients, Computer Journal 7, 1964; E. Polak,"
                        + " G. Ribière, 1969; M. R. Hestenes, E. Stiefel, 1952; Y. H. Dai, Y. Yuan, 1999",
                v -> new ConjugateGradient(((ConjugateVariant) v.choices().get(VARIANT)).variant(), v.search()));
    }

    private static MethodDefinition coordinateDescent() {
        Map<MethodChoice, Object> choices = new LinkedHashMap<>();
        choices.put(SELECTION, CoordinateSelection.CYCLIC);
        choices.put(LINE_SEARCH, LineSearchKind.STRONG_WOLFE);
        return new MethodDefinition(
                "Coordinate descent: each step moves one coordinate, as far as it leads down",
                "x_i \\leftarrow x_i - t\\,\\frac{\\partial f}{\\partial x_i}",
                searching(EXACT),
                choices,
                "S. J. Wright, Coordinate descent algorithms, Mathematical Programming 151, 2015",
                v -> new CoordinateDescent(
                        ((CoordinateSelection) v.choices().get(SELECTION)).selection(), v.seed(), v.search()));
    }

    private static MethodDefinition nelderMead() {
        Map<MethodParameter, Double> numbers = new LinkedHashMap<>();
        numbers.put(SIMPLEX_SIZE, 0.05);
        return new MethodDefinition(
                "The simplex method of Nelder and Mead: no derivatives; x is the best vertex",
                "x_{n} \\leftarrow \\bar x + \\rho (\\bar x - x_{n}) \\text{ or its expansion or contraction, else } x_i \\leftarrow"
                        + " x_0 + \\sigma (x_i - x_0), \\quad \\bar x = \\tfrac1n \\sum_{i<n} x_i",
                numbers,
                Map.of(ADAPTIVE, false),
                "J. A. Nelder, R. Mead, A simplex method for function minimization, Computer Journal 7, 1965; adaptive: F. Gao,"
                        + " L. Han, Computational Optimization and Applications 51, 2012",
                v -> new NelderMead(v.is(ADAPTIVE), v.get(SIMPLEX_SIZE)));
    }

    private static MethodDefinition cmaEs() {
        Map<MethodParameter, Double> numbers = new LinkedHashMap<>();
        numbers.put(SIGMA, 0.5);
        numbers.put(POPULATION_SIZE, 0.0);
        return new MethodDefinition(
                "CMA-ES: samples candidates and adapts the distribution they come from; x is the best of a generation",
                "x_k \\sim \\mathcal N(m, \\sigma^2 C), \\; k = 1, \\dots, \\lambda; \\quad m \\leftarrow \\sum_i w_i x_{i:\\lambda};"
                        + " \\quad \\sigma, C \\text{ adapted to the path of } m",
                numbers,
                Map.of(),
                "N. Hansen, The CMA Evolution Strategy: A Tutorial, 2016",
                v -> new CmaEs(v.get(SIGMA), (int) v.get(POPULATION_SIZE), v.seed()));
    }

    /** What all that search along a line take. */
    private static Map<MethodParameter, Double> searching(double curvature) {
        Map<MethodParameter, Double> numbers = new LinkedHashMap<>();
        numbers.put(LEARNING_RATE, 1.0);
        // Below c₂, or there might be no such length.
        numbers.put(SUFFICIENT_DECREASE, Math.min(ARMIJO_PART, curvature / 100));
        numbers.put(CURVATURE, curvature);
        numbers.put(BACKTRACKING, 0.5);
        return numbers;
    }
}
