package org.mlmath.symbolic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.mlmath.expression.Expression;
import org.mlmath.expression.simplify.Simplifier;
import org.mlmath.numerics.Deadline;
import org.mlmath.numerics.LimitExceededException;

/**
 * What computer algebra can say about an expression. Every answer is exact if it is right, in readable form, and
 * <b>unchecked</b>; empty means that nothing was found, or nothing that the language can express, or not within four fifths of
 * the time that is left.
 *
 * <p>All methods wait, on the first call for the start of the system as well ({@link #preload} begins it early), and so belong
 * on a thread that may wait. They throw {@link org.mlmath.numerics.DeadlineExceededException} and
 * {@link org.mlmath.numerics.CancelledException} where the deadline itself is over or nobody waits any more, and nothing else.
 * One call costs 1 to 50 ms, an integral up to a second.
 */
public final class ComputerAlgebra {
    /** From which side a limit is approached. */
    public enum Side {
        BOTH,
        /** From below. */
        LEFT,
        /** From above. */
        RIGHT
    }

    /**
     * Solutions of an equation.
     *
     * @param roots the real ones
     * @param complete whether every solution that was found has been understood; it says nothing of those that were not found
     */
    public record Solutions(List<Expression> roots, boolean complete) {}

    /**
     * How the system is.
     *
     * @param started whether it can be used without waiting for its start
     * @param failure why it will never start, null where it may
     * @param stuck threads busy with what was to have ended
     * @param givenUp how many threads were given up since the process began
     * @param usable false when so many threads are stuck that only a new process helps
     */
    public record Status(boolean started, String failure, int stuck, long givenUp, boolean usable) {}

    private static final Workers WORKERS =
            new Workers(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4));

    /** However patient the caller: what takes longer has never been seen to end well. */
    private static final Duration MOST = Duration.ofSeconds(20);

    /** What is left of the time afterwards, for the caller to check the result or do without. */
    private static final double SHARE = 0.8;

    private ComputerAlgebra() {}

    /** Begins to start the system in the background, if that has not begun. */
    public static void preload() {
        SymjaStart.begin();
    }

    public static Status status() {
        CompletableFuture<Void> start = SymjaStart.symbols();
        String failure = start.isCompletedExceptionally() ? String.valueOf(start.exceptionNow()) : null;
        int stuck = WORKERS.stuck();
        return new Status(
                start.isDone() && failure == null, failure, stuck, WORKERS.givenUp(), stuck < Workers.MOST_STUCK);
    }

    /** @return ∫ f dx, without a constant */
    public static Optional<Expression> integrate(Expression f, String variable, Deadline deadline) {
        return evaluate(
                List.of(f), SymjaStart.rules(), deadline, tree -> F.Integrate(tree.of(f), tree.symbol(variable)));
    }

    /** @return ∫ f dx from one bound to the other, either of which may be infinite */
    public static Optional<Expression> integrate(
            Expression f, String variable, Expression lower, Expression upper, Deadline deadline) {
        return evaluate(
                List.of(f, lower, upper),
                SymjaStart.rules(),
                deadline,
                tree -> F.Integrate(tree.of(f), F.List(tree.symbol(variable), tree.of(lower), tree.of(upper))));
    }

    /** @return the limit for x → to, which may be {@code inf} and {@code -inf}, as may the result */
    public static Optional<Expression> limit(
            Expression f, String variable, Expression to, Side side, Deadline deadline) {
        return evaluate(List.of(f, to), SymjaStart.symbols(), deadline, tree -> {
            IExpr at = F.Rule(tree.symbol(variable), tree.of(to));
            return side == Side.BOTH
                    ? F.Limit(tree.of(f), at)
                    : F.Limit(tree.of(f), at, F.Rule(S.Direction, side == Side.LEFT ? F.C1 : F.CN1));
        });
    }

    /** @return the real solutions of f = 0 */
    public static Optional<Solutions> solve(Expression f, String variable, Deadline deadline) {
        return compute(List.of(f), SymjaStart.symbols(), deadline, (engine, tree) -> {
                    IExpr found = engine.evaluate(F.Solve(F.Equal(tree.of(f), F.C0), tree.symbol(variable)));
                    return found.isList() ? RealSolutions.of((IAST) found, tree, engine) : null;
                })
                .map(found -> new Solutions(
                        found.roots().stream()
                                .map(root -> readable(root, deadline))
                                .toList(),
                        found.complete()));
    }

    /** @return factors over the rationals */
    public static Optional<Expression> factor(Expression f, Deadline deadline) {
        return evaluate(List.of(f), SymjaStart.symbols(), deadline, tree -> F.Factor(tree.of(f)));
    }

    /** @return products and powers of sums multiplied out */
    public static Optional<Expression> expand(Expression f, Deadline deadline) {
        return evaluate(List.of(f), SymjaStart.symbols(), deadline, tree -> F.Expand(tree.of(f)));
    }

    /** @return partial fractions */
    public static Optional<Expression> apart(Expression f, String variable, Deadline deadline) {
        return evaluate(List.of(f), SymjaStart.symbols(), deadline, tree -> F.Apart(tree.of(f), tree.symbol(variable)));
    }

    /** @return one fraction, in lowest terms */
    public static Optional<Expression> together(Expression f, Deadline deadline) {
        return evaluate(List.of(f), SymjaStart.symbols(), deadline, tree -> F.Together(tree.of(f)));
    }

    /** @return a shorter form, found by trying many */
    public static Optional<Expression> simplify(Expression f, Deadline deadline) {
        return evaluate(List.of(f), SymjaStart.symbols(), deadline, tree -> F.FullSimplify(tree.of(f)));
    }

    /** @return products and powers of sines and cosines as sums of sines and cosines of sums */
    public static Optional<Expression> reduceTrigonometry(Expression f, Deadline deadline) {
        return evaluate(List.of(f), SymjaStart.symbols(), deadline, tree -> F.TrigReduce(tree.of(f)));
    }

    /** @return sines and cosines of sums and multiples taken apart */
    public static Optional<Expression> expandTrigonometry(Expression f, Deadline deadline) {
        return evaluate(List.of(f), SymjaStart.symbols(), deadline, tree -> F.TrigExpand(tree.of(f)));
    }

    /** @return the sum over the integers from … to, which may be {@code inf} or contain variables */
    public static Optional<Expression> sum(
            Expression term, String index, Expression from, Expression to, Deadline deadline) {
        return evaluate(
                List.of(term, from, to),
                SymjaStart.symbols(),
                deadline,
                tree -> F.Sum(tree.of(term), F.List(tree.symbol(index), tree.of(from), tree.of(to))));
    }

    /** @return Taylor's polynomial (where there are negative powers: Laurent's) up to an order */
    public static Optional<Expression> series(
            Expression f, String variable, Expression about, int order, Deadline deadline) {
        return evaluate(
                List.of(f, about),
                SymjaStart.symbols(),
                deadline,
                tree -> F.unaryAST1(
                        S.Normal, F.Series(tree.of(f), F.List(tree.symbol(variable), tree.of(about), F.ZZ(order)))));
    }

    private interface Work<T> {
        T apply(EvalEngine engine, SymjaTree tree);
    }

    private static Optional<Expression> evaluate(
            List<Expression> given,
            CompletableFuture<Void> ready,
            Deadline deadline,
            Function<SymjaTree, IExpr> question) {
        Optional<Expression> found = compute(
                given, ready, deadline, (engine, tree) -> new OurTree(tree).of(engine.evaluate(question.apply(tree))));
        try {
            return found.map(result -> readable(result, deadline));
        } catch (LimitExceededException tooLong) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> compute(
            List<Expression> given, CompletableFuture<Void> ready, Deadline deadline, Work<T> work) {
        deadline.check();
        try {
            given.forEach(Growth::require);
        } catch (NotConvertible tooLarge) {
            return Optional.empty();
        }
        long share = (long) (Math.min(deadline.remaining().toNanos(), MOST.toNanos()) * SHARE);
        long end = System.nanoTime() + share;
        if (!started(ready, end, deadline)) {
            return Optional.empty();
        }
        Task<T> task = new Task<>(engine -> work.apply(engine, new SymjaTree()));
        return Optional.ofNullable(WORKERS.evaluate(task, end - System.nanoTime(), deadline::check));
    }

    private static boolean started(CompletableFuture<Void> ready, long end, Deadline deadline) {
        if (!ready.isDone()) {
            SymjaStart.begin();
        }
        while (!ready.isDone()) {
            deadline.check();
            if (end - System.nanoTime() <= 0) {
                return false;
            }
            try {
                ready.get(10, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException seenAbove) {
                // the loop's condition decides
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !ready.isCompletedExceptionally();
    }

    private static Expression readable(Expression expression, Deadline deadline) {
        return new Simplifier(deadline).simplify(expression);
    }
}
