package org.mlmath.expression.differentiate;

/** The rules of differentiation, as a course names them. */
public enum Rule {
    CONSTANT("constant", "Constant rule", "\\frac{d}{dx} c = 0"),
    IDENTITY("identity", "Derivative of the variable", "\\frac{d}{dx} x = 1"),
    SUM("sum", "Sum rule", "(f + g)' = f' + g'"),
    CONSTANT_MULTIPLE("constant-multiple", "Constant multiple rule", "(c f)' = c f'"),
    PRODUCT("product", "Product rule", "(f g)' = f' g + f g'"),
    QUOTIENT("quotient", "Quotient rule", "\\left(\\frac{f}{g}\\right)' = \\frac{f' g - f g'}{g^{2}}"),
    POWER("power", "Power rule", "(x^{n})' = n x^{n-1}"),
    EXPONENTIAL("exponential", "Exponential rule", "(a^{x})' = a^{x} \\ln a"),
    GENERAL_POWER(
            "general-power",
            "Implicit power (logarithmic differentiation)",
            "(f^{g})' = f^{g} \\left(g' \\ln f + g \\frac{f'}{f}\\right)"),
    FUNCTION("function", "Derivative of a standard function", "f'(x)"),
    CHAIN("chain", "Chain rule", "(f(g))' = f'(g) g'"),
    ABSOLUTE_VALUE("absolute-value", "Absolute value", "|x|' = \\operatorname{sgn} x \\quad (x \\ne 0)"),
    PIECEWISE("piecewise", "Branch by branch", "each branch is differentiated where it holds"),
    FINITE_SUM("finite-sum", "Sum over a range", "\\left(\\sum f_i\\right)' = \\sum f_i'"),
    FINITE_PRODUCT(
            "finite-product",
            "Product over a range",
            "\\left(\\prod f_i\\right)' = \\sum_j f_j' \\prod_{i \\ne j} f_i"),
    HIGHER_ORDER("higher-order", "Next order", "f^{(n)} = (f^{(n-1)})'");

    private final String kind;
    private final String title;
    private final String formula;

    Rule(String kind, String title, String formula) {
        this.kind = kind;
        this.title = title;
        this.formula = formula;
    }

    /** @return its name in kebab-case */
    public String kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    /** @return what it says, in LaTeX */
    public String formula() {
        return formula;
    }
}
