package org.mlmath.symbolic;

import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.INumber;
import org.mlmath.expression.Expression;

/** Picks the real solutions from a list of replacements {@code {{x -> a}, {x -> b}, …}}. */
final class RealSolutions {
    /** Relative size of an imaginary part that is only rounding. */
    private static final double ROUNDING = 1e-10;

    private RealSolutions() {}

    static ComputerAlgebra.Solutions of(IAST found, SymjaTree symbols, EvalEngine engine) {
        List<Expression> roots = new ArrayList<>();
        boolean complete = true;
        for (int i = 1; i <= found.argSize(); i++) {
            IExpr replacement = found.get(i).isList() ? found.get(i).first() : found.get(i);
            if (!replacement.isRule()) {
                return new ComputerAlgebra.Solutions(roots, false);
            }
            IExpr value = replacement.second();
            if (isComplex(value, engine)) {
                continue;
            }
            try {
                roots.add(new OurTree(symbols).of(value));
            } catch (NotConvertible unknown) {
                complete = false;
            }
        }
        return new ComputerAlgebra.Solutions(List.copyOf(roots), complete);
    }

    private static boolean isComplex(IExpr value, EvalEngine engine) {
        IExpr number = engine.evaluate(F.N(value));
        return number instanceof INumber complex
                && Math.abs(complex.imDoubleValue()) > ROUNDING * Math.max(1, Math.abs(complex.reDoubleValue()));
    }
}
