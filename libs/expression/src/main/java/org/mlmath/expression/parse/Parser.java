package org.mlmath.expression.parse;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mlmath.expression.Expression;
import org.mlmath.expression.Expression.Branch;
import org.mlmath.expression.Expression.Call;
import org.mlmath.expression.Expression.Comparison;
import org.mlmath.expression.Expression.Negate;
import org.mlmath.expression.Expression.Number;
import org.mlmath.expression.Expression.Piecewise;
import org.mlmath.expression.Expression.Power;
import org.mlmath.expression.Expression.Product;
import org.mlmath.expression.Expression.Quotient;
import org.mlmath.expression.Expression.Series;
import org.mlmath.expression.Expression.Sum;
import org.mlmath.expression.Expression.Variable;
import org.mlmath.expression.Expressions;
import org.mlmath.expression.Function;
import org.mlmath.expression.Greek;
import org.mlmath.expression.Relation;
import org.mlmath.expression.parse.Token.Kind;
import org.mlmath.numerics.NearestName;

/**
 * Reads an expression by precedence climbing. From loose to tight:
 *
 * <pre>
 * disjunction = conjunction { "or" conjunction }
 * conjunction = negation { "and" negation }
 * negation    = "not" negation | comparison
 * comparison  = sum { relation sum }                       a &lt; b &lt; c means a &lt; b and b &lt; c
 * sum         = term { ("+" | "-") term }
 * term        = ("+" | "-") term | power { ("*" | "/" | "mod") signed | power }     the last: implicit multiplication
 * signed      = ("+" | "-") signed | power
 * power       = postfix [ "^" signed ]                     from the right
 * postfix     = primary { "!" | superscript }
 * </pre>
 *
 * <p>Recursion is counted and bounded by {@link Limits#DEPTH}, so no text can exhaust the stack.
 */
public final class Parser {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "<", Relation.LESS,
            "<=", Relation.LESS_OR_EQUAL,
            ">", Relation.GREATER,
            ">=", Relation.GREATER_OR_EQUAL,
            "=", Relation.EQUAL,
            "!=", Relation.NOT_EQUAL);
    private static final Map<Function, Function> INVERSES = Map.ofEntries(
            Map.entry(Function.SIN, Function.ASIN),
            Map.entry(Function.COS, Function.ACOS),
            Map.entry(Function.TAN, Function.ATAN),
            Map.entry(Function.COT, Function.ACOT),
            Map.entry(Function.SEC, Function.ASEC),
            Map.entry(Function.CSC, Function.ACSC),
            Map.entry(Function.SINH, Function.ASINH),
            Map.entry(Function.COSH, Function.ACOSH),
            Map.entry(Function.TANH, Function.ATANH),
            Map.entry(Function.COTH, Function.ACOTH),
            Map.entry(Function.SECH, Function.ASECH),
            Map.entry(Function.CSCH, Function.ACSCH));

    private final String text;
    private final List<Token> tokens;
    /** The variables there are, or null where any name is one. */
    private final Set<String> variables;

    private final Deque<String> indices = new ArrayDeque<>();
    private final Map<Expression, Range> ranges = new IdentityHashMap<>();
    private final List<Ambiguity> ambiguities = new ArrayList<>();
    private int next;
    private int depth;
    /** Absolute-value bars open since the last parenthesis. */
    private int openBars;

    private Parser(String text, Set<String> variables) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
        this.variables = variables;
    }

    /** Reads a text in which any name may be a variable. */
    public static Parsed parse(String text) {
        return new Parser(text, null).read();
    }

    /** Reads a text in these variables only. A name that is also a function's is a variable where no argument list follows. */
    public static Parsed parse(String text, List<String> variables) {
        return new Parser(text, Set.copyOf(variables)).read();
    }

    private Parsed read() {
        if (peek().kind() == Kind.END) {
            throw new ExpressionSyntaxException(
                    "The expression is empty.", new Range(0, text.length()), "an expression");
        }
        Expression expression = disjunction();
        if (peek().kind() != Kind.END) {
            throw unexpected(peek().is(")") || peek().is("}") ? "no closing bracket here" : "an operator");
        }
        Depth.require(expression);
        return new Parsed(expression, Collections.unmodifiableMap(ranges), List.copyOf(ambiguities));
    }

    private Expression disjunction() {
        enter();
        int start = peek().start();
        List<Expression> operands = new ArrayList<>(List.of(conjunction()));
        while (acceptName("or")) {
            operands.add(conjunction());
        }
        leave();
        return operands.size() == 1 ? operands.getFirst() : at(start, new Call(Function.OR, operands));
    }

    private Expression conjunction() {
        int start = peek().start();
        List<Expression> operands = new ArrayList<>(List.of(negation()));
        while (acceptName("and")) {
            operands.add(negation());
        }
        return operands.size() == 1 ? operands.getFirst() : at(start, new Call(Function.AND, operands));
    }

    private Expression negation() {
        int start = peek().start();
        if (isName("not") && !peek(1).is("(")) {
            next++;
            enter();
            Expression operand = negation();
            leave();
            return at(start, Call.of(Function.NOT, operand));
        }
        return comparison();
    }

    private Expression comparison() {
        int start = peek().start();
        Expression left = sum();
        List<Expression> chain = new ArrayList<>();
        while (peek().kind() == Kind.SYMBOL && RELATIONS.containsKey(peek().text())) {
            Relation relation = RELATIONS.get(take().text());
            Expression right = sum();
            chain.add(at(start, new Comparison(left, relation, right)));
            left = right;
        }
        return switch (chain.size()) {
            case 0 -> left;
            case 1 -> chain.getFirst();
            default -> at(start, new Call(Function.AND, chain));
        };
    }

    private Expression sum() {
        int start = peek().start();
        List<Expression> terms = new ArrayList<>(List.of(term()));
        while (peek().is("+") || peek().is("-")) {
            int sign = peek().start();
            boolean minus = take().is("-");
            Expression term = term();
            terms.add(minus ? at(sign, new Negate(term)) : term);
        }
        return terms.size() == 1 ? terms.getFirst() : at(start, new Sum(terms));
    }

    /** A sign before a term is the sign of the whole term: −a·b is −(a·b). */
    private Expression term() {
        int start = peek().start();
        if (peek().is("-") || peek().is("+")) {
            boolean minus = take().is("-");
            enter();
            Expression term = term();
            leave();
            return minus ? at(start, new Negate(term)) : term;
        }
        Expression product = power();
        List<Expression> factors = new ArrayList<>(List.of(product));
        boolean divided = false;
        while (true) {
            if (accept("*")) {
                factors.add(signed());
            } else if (accept("/")) {
                Expression denominator = signed();
                Expression quotient = at(start, new Quotient(product(start, factors), denominator));
                factors = new ArrayList<>(List.of(quotient));
                divided = true;
            } else if (startsModulus()) {
                next++;
                Expression divisor = signed();
                factors = new ArrayList<>(List.of(at(start, Call.of(Function.MOD, product(start, factors), divisor))));
            } else if (startsFactor()) {
                if (divided && factors.size() == 1) {
                    noteDividedJuxtaposition(start);
                }
                factors.add(power());
            } else {
                return product(start, factors);
            }
        }
    }

    private void noteDividedJuxtaposition(int start) {
        Token factor = peek();
        ambiguities.add(new Ambiguity(
                text.substring(start, factor.end()),
                new Range(start, factor.end()),
                "from left to right: (" + text.substring(start, previous().end()) + ")*" + factor.text() + "…",
                List.of("the factors written together are divided by: the denominator ends after "
                        + text.substring(factor.start(), factor.end()))));
    }

    private Expression product(int start, List<Expression> factors) {
        return factors.size() == 1 ? factors.getFirst() : at(start, new Product(factors));
    }

    private Expression signed() {
        int start = peek().start();
        if (peek().is("-") || peek().is("+")) {
            boolean minus = take().is("-");
            enter();
            Expression operand = signed();
            leave();
            return minus ? at(start, new Negate(operand)) : operand;
        }
        return power();
    }

    private Expression power() {
        int start = peek().start();
        Expression base = postfix();
        if (!accept("^")) {
            return base;
        }
        enter();
        Expression exponent = signed();
        leave();
        return at(start, new Power(base, exponent));
    }

    private Expression postfix() {
        int start = peek().start();
        Expression operand = primary();
        boolean factorial = false;
        while (true) {
            if (peek().is("!")) {
                if (factorial) {
                    throw new ExpressionSyntaxException(
                            "The double factorial is not part of the language; write (n!)! for the factorial of a factorial.",
                            peek().range(),
                            "an operator");
                }
                next++;
                factorial = true;
                operand = at(start, Call.of(Function.FACTORIAL, operand));
            } else if (peek().kind() == Kind.SUPERSCRIPT) {
                factorial = false;
                operand = at(start, new Power(operand, superscript()));
            } else {
                return operand;
            }
        }
    }

    private Expression superscript() {
        Token token = take();
        return at(token.start(), Expressions.number(new BigDecimal(token.text())));
    }

    private Expression primary() {
        Token token = peek();
        return switch (token.kind()) {
            case NUMBER -> number(take());
            case NAME -> name(take());
            case SYMBOL -> {
                if (token.is("(") || token.is("{")) {
                    yield parenthesised();
                }
                if (token.is("|")) {
                    yield absolute();
                }
                throw unexpected("a number, a name or an opening parenthesis");
            }
            case SUPERSCRIPT, END -> throw unexpected("a number, a name or an opening parenthesis");
        };
    }

    private Expression number(Token token) {
        return at(token.start(), new Number(new BigDecimal(token.text())));
    }

    private Expression parenthesised() {
        Token open = take();
        int bars = openBars;
        openBars = 0;
        Expression inside = disjunction();
        close(open);
        openBars = bars;
        return inside;
    }

    private void close(Token open) {
        String bracket = open.is("{") ? "}" : ")";
        if (!accept(bracket)) {
            throw missing(bracket, open);
        }
    }

    private ExpressionSyntaxException missing(String bracket, Token open) {
        String found = peek().kind() == Kind.END ? "the expression ends" : "there is " + quoted(peek());
        return new ExpressionSyntaxException(
                "The \"%s\" at position %d is not closed: %s at position %d where \"%s\" was expected."
                        .formatted(open.text(), open.start(), found, peek().start(), bracket),
                peek().range(),
                bracket);
    }

    private Expression absolute() {
        Token open = take();
        openBars++;
        Expression inside = disjunction();
        openBars--;
        if (!accept("|")) {
            throw missing("|", open);
        }
        return at(open.start(), Call.of(Function.ABS, inside));
    }

    /** {@code x mod 3}, not {@code mod(x, 3)}. */
    private boolean startsModulus() {
        return isName("mod") && !peek(1).is("(") && !known("mod");
    }

    /** Whether the name is a variable because the caller or a sum says so. */
    private boolean known(String name) {
        return variables != null && variables.contains(name) || indices.contains(name);
    }

    /** Whether what comes next is a factor, written without an operator before it. */
    private boolean startsFactor() {
        Token token = peek();
        return switch (token.kind()) {
            case NAME -> !token.text().equals("and") && !token.text().equals("or") && !startsModulus();
            case SYMBOL -> token.is("(") || token.is("{") || (token.is("|") && openBars == 0);
            case NUMBER, SUPERSCRIPT, END -> false;
        };
    }

    private Expression name(Token token) {
        String name = token.text();
        switch (name) {
            case "√" -> {
                return radical(token, Function.SQRT);
            }
            case "∛" -> {
                return radical(token, Function.CBRT);
            }
            case "\\sqrt" -> {
                return latexRoot(token);
            }
            case "\\frac" -> {
                Expression numerator = braced();
                return at(token.start(), new Quotient(numerator, braced()));
            }
            default -> {}
        }
        boolean listed = known(name);
        boolean called = peek().is("(") || (peek().is("{") && token.text().length() > 1 && Vocabulary.knows(name));
        if (listed && !called) {
            return variable(token);
        }
        if (Vocabulary.constant(name) != null && !listed) {
            return Vocabulary.constant(name);
        }
        if (called && Vocabulary.form(name) != null) {
            return form(token);
        }
        Function function = Vocabulary.function(name);
        if (function != null && called && !(listed && name.length() == 1)) {
            return call(token, function, arguments());
        }
        if (name.startsWith("log_") && !listed) {
            return logarithmToBase(token);
        }
        if (Vocabulary.prefix(name) && !listed) {
            return prefixed(token);
        }
        if (called
                && !listed
                && name.length() > 1
                && name.chars().allMatch(Character::isLetter)
                && !Greek.isName(name)) {
            throw new UnknownNameException(
                    "\"%s\" at position %d is not a function".formatted(name, token.start()),
                    name,
                    token.range(),
                    Vocabulary.nearest(name));
        }
        if (function != null && !called && !Greek.isName(name) && variables == null) {
            throw new ExpressionSyntaxException(
                    "\"%s\" is a function of %s and needs them in parentheses.".formatted(name, function.arity()),
                    token.range(),
                    "( after " + name);
        }
        return variable(token);
    }

    private Expression variable(Token token) {
        String name = token.text();
        boolean listed = known(name);
        if (!listed && variables != null) {
            String suggestion = NearestName.of(name, variables).orElse(null);
            String letters = name.length() > 1 && name.chars().allMatch(c -> variables.contains(Character.toString(c)))
                    ? String.join("*", name.split(""))
                    : suggestion;
            String known = variables.isEmpty()
                    ? "is not a constant, and there are no variables here"
                    : "is neither a function nor one of the variables "
                            + variables.stream().sorted().limit(10).collect(Collectors.joining(", "))
                            + (variables.size() > 10 ? ", …" : "");
            throw new UnknownNameException(
                    "\"%s\" at position %d %s".formatted(name, token.start(), known), name, token.range(), letters);
        }
        String meant = listed ? null : Vocabulary.runTogether(name);
        if (meant != null) {
            throw new UnknownNameException(
                    "\"%s\" at position %d reads as one name".formatted(name, token.start()),
                    name,
                    token.range(),
                    meant);
        }
        if (!listed
                && name.length() > 1
                && name.length() < 4
                && name.chars().allMatch(Character::isLetter)
                && !Greek.isName(name)) {
            ambiguities.add(new Ambiguity(
                    name, token.range(), "the variable " + name, List.of(String.join("*", name.split("")))));
        }
        if (peek().is("(") && !peek().spaced() && token.kind() == Kind.NAME) {
            ambiguities.add(new Ambiguity(
                    text.substring(token.start(), peek().end()),
                    new Range(token.start(), peek().end()),
                    name + " times what follows",
                    List.of("a function named " + name)));
        }
        return at(token.start(), new Variable(name));
    }

    private Expression radical(Token token, Function function) {
        enter();
        Expression operand = startsSigned() ? signedPrimary() : primary();
        leave();
        return at(token.start(), Call.of(function, operand));
    }

    private boolean startsSigned() {
        return peek().is("-");
    }

    private Expression signedPrimary() {
        int start = take().start();
        return at(start, new Negate(primary()));
    }

    private Expression latexRoot(Token token) {
        if (peek().kind() == Kind.SUPERSCRIPT) {
            Expression order = superscript();
            return at(token.start(), Call.of(Function.ROOT, braced(), order));
        }
        return at(token.start(), Call.of(Function.SQRT, braced()));
    }

    /** One argument of a LaTeX command: {…}, or a single symbol. */
    private Expression braced() {
        enter();
        Expression argument = primary();
        leave();
        return argument;
    }

    private boolean startsArgument() {
        return startsFactor() || peek().kind() == Kind.NUMBER || peek().is("-");
    }

    private Expression logarithmToBase(Token token) {
        String base = token.text().substring(4);
        boolean number = base.chars().allMatch(Character::isDigit);
        if (!number && Character.isDigit(base.charAt(0))) {
            throw new ExpressionSyntaxException(
                    "\"%s\" is no base of a logarithm; write log(x, base).".formatted(base),
                    token.range(),
                    "log(x, base)");
        }
        if (!startsArgument()) {
            throw needsArgument(token);
        }
        Expression argument = argumentWithoutList(token);
        if (base.equals("2") || base.equals("10")) {
            return at(token.start(), Call.of(base.equals("2") ? Function.LOG2 : Function.LOG10, argument));
        }
        Token part = new Token(Kind.NAME, base, token.end() - base.length(), token.end(), false);
        Expression node = number
                ? at(part.start(), new Number(new BigDecimal(base)))
                : Vocabulary.constant(base) != null ? Vocabulary.constant(base) : variable(part);
        return at(token.start(), Call.of(Function.LOG, argument, node));
    }

    private ExpressionSyntaxException needsArgument(Token token) {
        return new ExpressionSyntaxException(
                "\"%s\" at position %d needs an argument, as in %s(x)."
                        .formatted(token.text(), token.start(), token.text()),
                peek().range(),
                "an argument of " + token.text());
    }

    /** A function that is not followed by its argument list: {@code sin x}, {@code sin^2 x}, {@code sin^-1(x)}. */
    private Expression prefixed(Token token) {
        Function function =
                switch (token.text()) {
                    case "lg" -> Function.LOG10;
                    case "log" -> Function.LN;
                    default -> Function.named(token.text());
                };
        Expression exponent = null;
        if (accept("^")) {
            enter();
            int start = peek().start();
            boolean minus = accept("-");
            exponent = primary();
            exponent = minus ? at(start, new Negate(exponent)) : exponent;
            leave();
        } else if (peek().kind() == Kind.SUPERSCRIPT) {
            exponent = superscript();
        }
        if (!startsArgument()) {
            throw needsArgument(token);
        }
        if (Expressions.number(-1).equals(exponent) && INVERSES.containsKey(function)) {
            return at(token.start(), Call.of(INVERSES.get(function), argumentWithoutList(token)));
        }
        Expression call = at(token.start(), Call.of(function, argumentWithoutList(token)));
        return exponent == null ? call : at(token.start(), new Power(call, exponent));
    }

    /**
     * The argument of a function written without a list: what stands together without an operator, up to the next function, so
     * that {@code sin 2x cos y} is sin(2x)·cos(y). With parentheses the argument is exactly what they hold.
     */
    private Expression argumentWithoutList(Token function) {
        if (peek().is("(") || peek().is("{")) {
            return parenthesised();
        }
        enter();
        int start = peek().start();
        if (accept("-")) {
            Expression argument = at(start, new Negate(argumentWithoutList(function)));
            leave();
            return argument;
        }
        List<Expression> factors = new ArrayList<>(List.of(power()));
        while (startsFactor() && !startsFunction()) {
            factors.add(power());
        }
        leave();
        if (peek().is("/") || peek().is("*")) {
            int end = Math.min(text.length(), peek().end() + 1);
            ambiguities.add(new Ambiguity(
                    text.substring(function.start(), end),
                    new Range(function.start(), end),
                    function.text() + "(" + text.substring(start, previous().end()) + ") " + peek().text() + " …",
                    List.of(function.text() + "("
                            + text.substring(start, previous().end()) + " " + peek().text() + " …)")));
        }
        return product(start, factors);
    }

    private boolean startsFunction() {
        if (peek().kind() != Kind.NAME) {
            return false;
        }
        String name = peek().text();
        boolean listed = known(name);
        return !listed
                && (Vocabulary.prefix(name)
                        || (peek(1).is("(") && (Vocabulary.function(name) != null || Vocabulary.form(name) != null)));
    }

    private List<Expression> arguments() {
        Token open = take();
        int bars = openBars;
        openBars = 0;
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                arguments.add(disjunction());
            } while (accept(",") || accept(";"));
        }
        close(open);
        openBars = bars;
        return arguments;
    }

    private Expression call(Token token, Function function, List<Expression> arguments) {
        boolean scaled = (function == Function.NORMALPDF || function == Function.NORMALCDF) && arguments.size() == 3;
        if (scaled) {
            return normal(token, function, arguments);
        }
        if (!function.accepts(arguments.size())) {
            throw wrongNumber(token, function.arity(), arguments.size());
        }
        return at(token.start(), new Call(function, arguments));
    }

    /** The density and probability of a normal distribution by those of the standard one. */
    private Expression normal(Token token, Function function, List<Expression> arguments) {
        Expression deviation = arguments.get(2);
        Expression centred = new Sum(List.of(arguments.get(0), new Negate(arguments.get(1))));
        Expression standard = at(token.start(), Call.of(function, new Quotient(centred, deviation)));
        return function == Function.NORMALPDF ? at(token.start(), new Quotient(standard, deviation)) : standard;
    }

    private Expression form(Token token) {
        String form = Vocabulary.form(token.text());
        if (form.equals("sum") || form.equals("prod") || form.equals("product")) {
            return series(token, form.equals("sum") ? Series.Kind.SUM : Series.Kind.PRODUCT);
        }
        List<Expression> arguments = arguments();
        int size = arguments.size();
        return at(
                token.start(),
                switch (form) {
                    case "pow" -> {
                        require(token, size == 2, "two arguments", size);
                        yield new Power(arguments.get(0), arguments.get(1));
                    }
                    case "lg" -> {
                        require(token, size == 1, "one argument", size);
                        yield new Call(Function.LOG10, arguments);
                    }
                    case "log" -> {
                        require(token, size == 1 || size == 2, "one or two arguments", size);
                        yield new Call(size == 1 ? Function.LN : Function.LOG, arguments);
                    }
                    case "piecewise" -> {
                        require(token, size >= 2, "conditions and values in turn, and what holds otherwise", size);
                        yield piecewise(arguments);
                    }
                    default -> {
                        require(token, size == 2 || size == 3, "a condition, a value and what holds otherwise", size);
                        yield piecewise(arguments);
                    }
                });
    }

    private static Piecewise piecewise(List<Expression> arguments) {
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            branches.add(new Branch(arguments.get(i), arguments.get(i + 1)));
        }
        return new Piecewise(branches, arguments.size() % 2 == 1 ? arguments.getLast() : null);
    }

    private Expression series(Token token, Series.Kind kind) {
        Token open = take();
        int bars = openBars;
        openBars = 0;
        Token index = peek();
        boolean name = index.kind() == Kind.NAME && Vocabulary.constant(index.text()) == null && peek(1).is(",");
        if (!name) {
            throw new ExpressionSyntaxException(
                    "%s needs an index, its bounds and the term, as in %s(i, 1, n, i^2)."
                            .formatted(token.text(), token.text()),
                    index.range(),
                    "an index and a comma");
        }
        next++;
        expect(",");
        Expression from = disjunction();
        expect(",");
        Expression to = disjunction();
        expect(",");
        for (Expression bound : List.of(from, to)) {
            if (bound.variables().contains(index.text())) {
                throw new ExpressionSyntaxException(
                        "The bounds of a %s cannot contain its own index %s.".formatted(kind.text(), index.text()),
                        ranges.getOrDefault(bound, index.range()),
                        "bounds without " + index.text());
            }
        }
        indices.push(index.text());
        Expression body = disjunction();
        indices.pop();
        close(open);
        openBars = bars;
        return at(token.start(), new Series(kind, index.text(), from, to, body));
    }

    private void expect(String symbol) {
        if (!accept(symbol)) {
            throw unexpected("\"" + symbol + "\"");
        }
    }

    private void require(Token token, boolean right, String expected, int found) {
        if (!right) {
            throw wrongNumber(token, expected, found);
        }
    }

    private ExpressionSyntaxException wrongNumber(Token token, String expected, int found) {
        return new ExpressionSyntaxException(
                "\"%s\" takes %s, not %d.".formatted(token.text(), expected, found),
                new Range(token.start(), previous().end()),
                expected);
    }

    private ExpressionSyntaxException unexpected(String expected) {
        Token token = peek();
        String found = token.kind() == Kind.END
                ? "The expression ends at position %d".formatted(token.start())
                : "Found %s at position %d".formatted(quoted(token), token.start());
        return new ExpressionSyntaxException(
                "%s where %s was expected.".formatted(found, expected), token.range(), expected);
    }

    private String quoted(Token token) {
        return "\"" + text.substring(token.start(), token.end()) + "\"";
    }

    private <E extends Expression> E at(int start, E node) {
        ranges.put(node, new Range(start, previous().end()));
        return node;
    }

    private void enter() {
        if (++depth > Limits.DEPTH) {
            throw Limits.exceeded("more than %d levels of nesting".formatted(Limits.DEPTH), Limits.DEPTH, depth);
        }
    }

    private void leave() {
        depth--;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    private Token previous() {
        return tokens.get(Math.max(0, next - 1));
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean accept(String symbol) {
        if (peek().is(symbol)) {
            next++;
            return true;
        }
        return false;
    }

    private boolean isName(String name) {
        return peek().kind() == Kind.NAME && peek().text().equals(name);
    }

    private boolean acceptName(String name) {
        if (isName(name)) {
            next++;
            return true;
        }
        return false;
    }
}
