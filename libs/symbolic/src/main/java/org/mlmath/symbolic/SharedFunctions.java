package org.mlmath.symbolic;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.mlmath.expression.Function;

/** The functions of one argument that both sides have, with the same meaning on the real numbers. */
final class SharedFunctions {
    private static final Map<Function, IBuiltInSymbol> HEADS = heads();
    private static final Map<IExpr, Function> FUNCTIONS = functions();

    private SharedFunctions() {}

    /** @return Symja's name for it, or null */
    static IBuiltInSymbol head(Function function) {
        return HEADS.get(function);
    }

    /** @return our name for it, or null */
    static Function function(IExpr head) {
        return FUNCTIONS.get(head);
    }

    private static Map<Function, IBuiltInSymbol> heads() {
        Map<Function, IBuiltInSymbol> heads = new EnumMap<>(Function.class);
        heads.put(Function.ABS, S.Abs);
        heads.put(Function.SIGN, S.Sign);
        heads.put(Function.FLOOR, S.Floor);
        heads.put(Function.CEIL, S.Ceiling);
        heads.put(Function.TRUNC, S.IntegerPart);
        heads.put(Function.SIN, S.Sin);
        heads.put(Function.COS, S.Cos);
        heads.put(Function.TAN, S.Tan);
        heads.put(Function.COT, S.Cot);
        heads.put(Function.SEC, S.Sec);
        heads.put(Function.CSC, S.Csc);
        heads.put(Function.ASIN, S.ArcSin);
        heads.put(Function.ACOS, S.ArcCos);
        heads.put(Function.ATAN, S.ArcTan);
        heads.put(Function.ACOT, S.ArcCot);
        heads.put(Function.ASEC, S.ArcSec);
        heads.put(Function.ACSC, S.ArcCsc);
        heads.put(Function.SINH, S.Sinh);
        heads.put(Function.COSH, S.Cosh);
        heads.put(Function.TANH, S.Tanh);
        heads.put(Function.COTH, S.Coth);
        heads.put(Function.SECH, S.Sech);
        heads.put(Function.CSCH, S.Csch);
        heads.put(Function.ASINH, S.ArcSinh);
        heads.put(Function.ACOSH, S.ArcCosh);
        heads.put(Function.ATANH, S.ArcTanh);
        heads.put(Function.ACOTH, S.ArcCoth);
        heads.put(Function.ASECH, S.ArcSech);
        heads.put(Function.ACSCH, S.ArcCsch);
        heads.put(Function.FACTORIAL, S.Factorial);
        heads.put(Function.GAMMA, S.Gamma);
        heads.put(Function.LGAMMA, S.LogGamma);
        heads.put(Function.ERF, S.Erf);
        heads.put(Function.ERFC, S.Erfc);
        return heads;
    }

    private static Map<IExpr, Function> functions() {
        Map<IExpr, Function> functions = new HashMap<>();
        HEADS.forEach((function, head) -> functions.put(head, function));
        functions.put(S.RealAbs, Function.ABS);
        functions.put(S.UnitStep, Function.STEP);
        return functions;
    }
}
