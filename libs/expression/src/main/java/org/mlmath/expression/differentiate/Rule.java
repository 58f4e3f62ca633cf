package org.mlmath.expression.differentiate;

/** The rules of differentiation, as a course names them. */
public enum Rule {
    CONSTANT("constant", "Constant rule", "c' = 0"),
    IDENTITY("identity", "Derivative of the variable", "x' = 1"),
    SUM("sum", "Sum rule", "(f + g)' = f' + g'"),
    CONSTANT_MULTIPLE("constant-multiple", "Constant multiple rule", "(c f)' = c f'"),
    PRODUCT("product", "Product rule", "(f g)' = f' g + f g'"),
    QUOTIENT("quotient", "Quotient rule", "(f/g)' = (f' g - f g')/g^2"),
    POWER("power", "Power rule", "(x^n)' = n x^(n - 1)"),
    EXPONENTIAL("exponential", "Exponential rule", "(a^x)' = a^x ln a"),
    GENERAL_POWER(
            "general-power", "Power of functions (logarithmic differentiation)", "(f^g)' = f^g (g' ln f + g f'/f)"),
    FUNCTION("function", "Derivative of a standard function", "the table of derivatives"),
    CHAIN("chain", "Chain rule", "(f(g))' = f'(g) g'"),
    ABSOLUTE_VALUE("absolute-value", "Absolute value", "|x|' = sign(x) for x other than 0"),
    PIECEWISE("piecewise", "Branch by branch", "differentiating each branch where it holds"),
    FINITE_SUM("finite-sum", "Sum over a range", "the sum rule, term by term"),
    FINITE_PRODUCT(
            "finite-product",
            "Product over a range",
            "the product rule: each factor in turn is replaced by its derivative");

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

    /** @return what it says, in a line of text */
    public String formula() {
        return formula;
    }
}
