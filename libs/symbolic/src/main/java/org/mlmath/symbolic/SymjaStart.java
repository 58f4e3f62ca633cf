package org.mlmath.symbolic;

import edu.jas.kern.PreemptStatus;
import java.util.concurrent.CompletableFuture;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Symja's start: a second or two for its symbols and as much again for the rules of integration, once per process, on a thread
 * that nobody interrupts, since what is half loaded stays so.
 */
final class SymjaStart {
    /** Terms of a sum, digits of a number, degree of a polynomial beyond which Symja is to give up by itself. */
    private static final int TERMS = 20_000;

    private static final int BITS = 100_000;
    private static final int DEGREE = 500;
    private static final long LOOPS = 100_000;

    private static final CompletableFuture<Void> SYMBOLS = new CompletableFuture<>();
    private static final CompletableFuture<Void> RULES = new CompletableFuture<>();
    private static boolean begun;

    private SymjaStart() {}

    /** Begins, if nobody has, and returns at once. */
    static synchronized void begin() {
        if (!begun) {
            begun = true;
            WorkerThread.start("computer-algebra-start", SymjaStart::load);
        }
    }

    /** @return done when everything but integration works; failed where it never will */
    static CompletableFuture<Void> symbols() {
        return SYMBOLS;
    }

    /** @return done when integration works as well */
    static CompletableFuture<Void> rules() {
        return RULES;
    }

    private static void load() {
        try {
            configure();
            F.initSymbols();
            PreemptStatus.setAllow(); // Symja forbids it; allowed, every new polynomial looks for an interrupt
            SYMBOLS.complete(null);
            ISymbol x = F.Dummy("x");
            EvalEngine engine = engine();
            EvalEngine.set(engine);
            engine.evaluate(F.Integrate(F.Times(x, F.Exp(x)), x));
            EvalEngine.remove();
            RULES.complete(null);
        } catch (Throwable failure) { // a class that is missing, a file that cannot be read: then there is no computer
            // algebra
            SYMBOLS.completeExceptionally(failure);
            RULES.completeExceptionally(failure);
        }
    }

    private static void configure() {
        Config.FILESYSTEM_ENABLED = false;
        Config.JAS_NO_THREADS = true; // threads that we could not stop
        Config.TIMECONSTRAINED_NO_THREAD = true;
        Config.MAX_AST_SIZE = TERMS;
        Config.MAX_BIT_LENGTH = BITS;
        Config.MAX_POLYNOMIAL_DEGREE = DEGREE;
        Config.MAX_LOOP_COUNT = LOOPS;
    }

    /** @return an engine for one evaluation; they remember what they evaluate, so none is used twice */
    static EvalEngine engine() {
        EvalEngine engine = new EvalEngine("mlmath", WorkerThread.RECURSION, null, true);
        engine.setQuietMode(true);
        engine.setFileSystemEnabled(false);
        return engine;
    }
}
