package org.mlmath.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Every function of the language: its names, how many arguments it takes and its value, which is a static method of
 * {@link Real} of the same name. Undefined values are NaN.
 *
 * <p>Functions of "two or more" arguments are applied from left to right: {@code min(a, b, c) = min(min(a, b), c)}.
 */
public enum Function {
    EXP("exp", Real::exp, "\\exp"),
    EXPM1("expm1", Real::expm1),
    LN("ln", Real::ln, "\\ln"),
    LOG("log", 2, Real::log),
    LOG10("log10", Real::log10),
    LOG2("log2", Real::log2),
    LOG1P("log1p", Real::log1p),
    SQRT("sqrt", Real::sqrt),
    CBRT("cbrt", Real::cbrt),
    ROOT("root", 2, Real::root),
    ABS("abs", Real::abs, null, "absolute", "fabs"),
    SIGN("sign", Real::sign, "\\operatorname{sgn}", "sgn", "signum"),
    FLOOR("floor", Real::floor),
    CEIL("ceil", Real::ceil, null, "ceiling"),
    ROUND("round", Real::round),
    TRUNC("trunc", Real::trunc, null, "fix"),

    SIN("sin", Real::sin, "\\sin"),
    COS("cos", Real::cos, "\\cos"),
    TAN("tan", Real::tan, "\\tan", "tg"),
    COT("cot", Real::cot, "\\cot", "ctg"),
    SEC("sec", Real::sec, "\\sec"),
    CSC("csc", Real::csc, "\\csc", "cosec"),
    ASIN("asin", Real::asin, "\\arcsin", "arcsin"),
    ACOS("acos", Real::acos, "\\arccos", "arccos"),
    ATAN("atan", Real::atan, "\\arctan", "arctan", "arctg"),
    ACOT("acot", Real::acot, "\\operatorname{arccot}", "arccot"),
    ASEC("asec", Real::asec, "\\operatorname{arcsec}", "arcsec"),
    ACSC("acsc", Real::acsc, "\\operatorname{arccsc}", "arccsc"),
    ATAN2("atan2", 2, Real::atan2, "arctan2"),
    SINH("sinh", Real::sinh, "\\sinh"),
    COSH("cosh", Real::cosh, "\\cosh"),
    TANH("tanh", Real::tanh, "\\tanh"),
    COTH("coth", Real::coth, "\\coth"),
    SECH("sech", Real::sech, "\\operatorname{sech}"),
    CSCH("csch", Real::csch, "\\operatorname{csch}"),
    ASINH("asinh", Real::asinh, "\\operatorname{arsinh}", "arcsinh", "arsinh"),
    ACOSH("acosh", Real::acosh, "\\operatorname{arcosh}", "arccosh", "arcosh"),
    ATANH("atanh", Real::atanh, "\\operatorname{artanh}", "arctanh", "artanh"),
    ACOTH("acoth", Real::acoth, "\\operatorname{arcoth}", "arccoth", "arcoth"),
    ASECH("asech", Real::asech, "\\operatorname{arsech}", "arcsech", "arsech"),
    ACSCH("acsch", Real::acsch, "\\operatorname{arcsch}", "arccsch", "arcsch"),

    MIN("min", Function.MANY, Real::min, "minimum"),
    MAX("max", Function.MANY, Real::max, "maximum"),
    MOD("mod", 2, Real::mod, "remainder"),
    GCD("gcd", Function.MANY, Real::gcd),
    LCM("lcm", Function.MANY, Real::lcm),
    HYPOT("hypot", Function.MANY, Real::hypot),

    FACTORIAL("factorial", Real::factorial),
    BINOMIAL("binomial", 2, Real::binomial, "choose", "comb", "ncr"),
    GAMMA("gamma", Real::gamma, "\\Gamma"),
    LGAMMA("lgamma", Real::lgamma, "\\ln\\Gamma", "gammaln", "loggamma", "lngamma"),
    DIGAMMA("digamma", Real::digamma, "\\psi", "psi"),
    POLYGAMMA("polygamma", 2, Real::polygamma),
    BETA("beta", 2, Real::beta),
    ERF("erf", Real::erf, "\\operatorname{erf}"),
    ERFC("erfc", Real::erfc, "\\operatorname{erfc}"),

    SIGMOID("sigmoid", Real::sigmoid, "\\sigma", "expit", "logistic"),
    SOFTPLUS("softplus", Real::softplus),
    RELU("relu", Real::relu),
    LEAKYRELU("leakyrelu", 2, Real::leakyrelu, 0.01, "leaky_relu"),
    ELU("elu", 2, Real::elu, 1),
    GELU("gelu", Real::gelu),
    SILU("silu", Real::silu, null, "swish"),
    SOFTSIGN("softsign", Real::softsign),
    LOGIT("logit", Real::logit),
    LOGSUMEXP("logsumexp", Function.MANY, Real::logsumexp, "logaddexp"),
    STEP("step", Real::step, null, "heaviside"),
    NORMALPDF("normalpdf", Real::normalpdf, null, "normpdf"),
    NORMALCDF("normalcdf", Real::normalcdf, null, "normcdf"),

    AND("and", Function.MANY, Real::and),
    OR("or", Function.MANY, Real::or),
    NOT("not", Real::not, "\\lnot");

    private static final int MANY = Integer.MAX_VALUE;
    private static final Map<String, Function> BY_NAME = byName();

    private final String text;
    private final int least;
    private final int most;
    private final DoubleUnaryOperator unary;
    private final DoubleBinaryOperator binary;
    private final double lastDefault;
    private final String latex;
    private final List<String> aliases;

    Function(String text, DoubleUnaryOperator value) {
        this(text, value, null);
    }

    Function(String text, DoubleUnaryOperator value, String latex, String... aliases) {
        this.text = text;
        this.least = 1;
        this.most = 1;
        this.unary = value;
        this.binary = null;
        this.lastDefault = Double.NaN;
        this.latex = latex == null ? "\\operatorname{" + text + "}" : latex;
        this.aliases = List.of(aliases);
    }

    Function(String text, int most, DoubleBinaryOperator value, String... aliases) {
        this(text, most, value, Double.NaN, aliases);
    }

    /** @param lastDefault the second argument where only one is given; NaN: it must be given */
    Function(String text, int most, DoubleBinaryOperator value, double lastDefault, String... aliases) {
        this.text = text;
        this.least = Double.isNaN(lastDefault) ? 2 : 1;
        this.most = most;
        this.unary = null;
        this.binary = value;
        this.lastDefault = lastDefault;
        this.latex = text.equals("min") || text.equals("max") || text.equals("gcd")
                ? "\\" + text
                : "\\operatorname{" + text + "}";
        this.aliases = List.of(aliases);
    }

    /** @return the name it is printed with, and of the method of {@link Real} that computes it */
    public String text() {
        return text;
    }

    /** @return the name in LaTeX, for functions written as a name before parentheses */
    public String latex() {
        return latex;
    }

    /** @return the other names it is read by */
    public List<String> aliases() {
        return aliases;
    }

    public boolean accepts(int arguments) {
        return least <= arguments && arguments <= most;
    }

    /** @return in words, how many arguments it takes */
    public String arity() {
        if (most == 1) {
            return "one argument";
        }
        if (most == MANY) {
            return "two or more arguments";
        }
        return least == 1 ? "one or two arguments" : "two arguments";
    }

    /** @return whether it is one function of one number, not a fold or one with an optional parameter */
    public boolean unary() {
        return unary != null;
    }

    /** @return the second argument where it is not given */
    public double lastDefault() {
        return lastDefault;
    }

    /** Of a {@link #unary} function. */
    public double at(double x) {
        return unary.applyAsDouble(x);
    }

    /** Of a function that is not {@link #unary}: one step of the fold. */
    public double at(double x, double y) {
        return binary.applyAsDouble(x, y);
    }

    /** @return the function with that name or alias, or null; names are as printed or wholly in another case */
    public static Function named(String name) {
        return BY_NAME.get(name);
    }

    /** @return every function by each of its names */
    public static Map<String, Function> names() {
        return BY_NAME;
    }

    private static Map<String, Function> byName() {
        Map<String, Function> names = new LinkedHashMap<>();
        for (Function function : values()) {
            names.put(function.text, function);
            function.aliases.forEach(alias -> names.put(alias, function));
        }
        return Collections.unmodifiableMap(names);
    }
}
