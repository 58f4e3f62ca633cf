package org.mlmath.expression.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.mlmath.expression.Expression;
import org.mlmath.expression.parse.Token.Kind;

/** One reading of a text: its tokens and how far it has come, what has been found out, and how failures are worded. */
final class Reading {
    /** What a factor without a name or number may begin with; a bar only where it does not end one. */
    private static final Set<String> OPENING = Set.of("(", "{", "⌊", "⌈", "\\begin{cases}");

    private static final Map<String, String> CLOSING =
            Map.of("(", ")", "{", "}", "[", "]", "|", "|", "⌊", "⌋", "⌈", "⌉");

    final String text;
    final Scope scope;
    final Map<Expression, Range> ranges = new IdentityHashMap<>();
    final List<Ambiguity> ambiguities = new ArrayList<>();
    final Conventions conventions = new Conventions(this, ambiguities);
    /** Absolute-value bars open since the last parenthesis. */
    int openBars;

    private final List<Token> tokens;
    private int next;
    private int depth;

    Reading(String text, Scope scope) {
        this.text = text;
        this.tokens = Lexer.tokens(text);
        this.scope = scope;
    }

    /** {@code x mod 3}, not {@code mod(x, 3)}. */
    boolean startsModulus() {
        return isName("mod") && !peek(1).is("(") && !scope.known("mod");
    }

    /** Whether what comes next is a factor, written without an operator before it. */
    boolean startsFactor() {
        Token token = peek();
        return switch (token.kind()) {
            case NAME -> !token.text().equals("and") && !token.text().equals("or") && !startsModulus();
            case SYMBOL -> OPENING.contains(token.text()) || (token.is("|") && openBars == 0);
            case NUMBER, SUPERSCRIPT, END -> false;
        };
    }

    boolean startsArgument() {
        return startsFactor() || peek().kind() == Kind.NUMBER || peek().is("-");
    }

    boolean startsFunction() {
        if (peek().kind() != Kind.NAME) {
            return false;
        }
        String name = peek().text();
        boolean listed = scope.known(name);
        return !listed
                && (Vocabulary.prefix(name)
                        || (peek(1).is("(") && (Vocabulary.function(name) != null || Vocabulary.form(name) != null)));
    }

    void close(Token open) {
        String bracket = CLOSING.get(open.text());
        if (!accept(bracket)) {
            throw missing(bracket, open);
        }
    }

    /** Reads what stands between two brackets, where bars that are open outside do not count. */
    <T> T inside(Token open, Supplier<T> content) {
        int bars = openBars;
        openBars = 0;
        T inside = content.get();
        close(open);
        openBars = bars;
        return inside;
    }

    ExpressionSyntaxException missing(String bracket, Token open) {
        String found = peek().kind() == Kind.END ? "the expression ends" : "there is " + quoted(peek());
        return new ExpressionSyntaxException(
                "The \"%s\" at position %d is not closed: %s at position %d where \"%s\" was expected."
                        .formatted(open.text(), open.start(), found, peek().start(), bracket),
                peek().range(),
                bracket);
    }

    void expect(String symbol) {
        if (!accept(symbol)) {
            throw unexpected("\"" + symbol + "\"");
        }
    }

    void require(Token token, boolean right, String expected, int found) {
        if (!right) {
            throw wrongNumber(token, expected, found);
        }
    }

    ExpressionSyntaxException wrongNumber(Token token, String expected, int found) {
        return new ExpressionSyntaxException(
                "\"%s\" takes %s, not %d.".formatted(token.text(), expected, found),
                new Range(token.start(), previous().end()),
                expected);
    }

    ExpressionSyntaxException needsArgument(Token token) {
        return new ExpressionSyntaxException(
                "\"%s\" at position %d needs an argument, as in %s(x)."
                        .formatted(token.text(), token.start(), token.text()),
                peek().range(),
                "an argument of " + token.text());
    }

    ExpressionSyntaxException unexpected(String expected) {
        Token token = peek();
        if (token.is(",")) {
            return new ExpressionSyntaxException(
                    "The comma at position %d separates nothing: decimals are written with a point, as in 3.14."
                            .formatted(token.start()),
                    token.range(),
                    expected);
        }
        String found = token.kind() == Kind.END
                ? "The expression ends at position %d".formatted(token.start())
                : "Found %s at position %d".formatted(quoted(token), token.start());
        return new ExpressionSyntaxException(
                "%s where %s was expected.".formatted(found, expected), token.range(), expected);
    }

    String quoted(Token token) {
        return "\"" + text.substring(token.start(), token.end()) + "\"";
    }

    <E extends Expression> E at(int start, E node) {
        ranges.put(node, new Range(start, previous().end()));
        return node;
    }

    void enter() {
        if (++depth > Limits.DEPTH) {
            throw Limits.exceeded("more than %d levels of nesting".formatted(Limits.DEPTH), Limits.DEPTH, depth);
        }
    }

    void leave() {
        depth--;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    /** The index of the token that comes next. */
    int position() {
        return next;
    }

    Token token(int position) {
        return tokens.get(position);
    }

    Token previous() {
        return tokens.get(Math.max(0, next - 1));
    }

    Token take() {
        return tokens.get(next++);
    }

    boolean accept(String symbol) {
        if (peek().is(symbol)) {
            next++;
            return true;
        }

        return false;
    }

    boolean isName(String name) {
        return peek().kind() == Kind.NAME && peek().text().equals(name);
    }

    boolean acceptName(String name) {
        if (isName(name)) {
            next++;
            return true;
        }

        return false;
    }
}
