package org.mlmath.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The Greek letters and their names, by which variables are known. */
public final class Greek {
    private static final String SMALL = "αβγδεζηθικλμνξοπρστυφχψω";
    private static final String CAPITAL = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";
    private static final String[] NAMES = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };
    private static final Map<Character, String> BY_LETTER = new HashMap<>();
    /** Capitals that LaTeX does not have a command for look like Latin letters. */
    private static final String WITH_LATEX_CAPITAL = " Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ";

    static {
        for (int i = 0; i < NAMES.length; i++) {
            String name = NAMES[i];
            BY_LETTER.put(SMALL.charAt(i), name);
            BY_LETTER.put(CAPITAL.charAt(i), Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
        BY_LETTER.put('ς', "sigma");
        BY_LETTER.put('ϕ', "phi");
        BY_LETTER.put('ϑ', "theta");
        BY_LETTER.put('ϵ', "epsilon");
        BY_LETTER.put('ϱ', "rho");
        BY_LETTER.put('µ', "mu"); // the micro sign
        BY_LETTER.put('∆', "Delta"); // the increment sign
    }

    private static final Set<String> ALL_NAMES = Set.copyOf(BY_LETTER.values());

    private Greek() {}

    /** @return the letter's name, null for other characters */
    public static String name(char letter) {
        return BY_LETTER.get(letter);
    }

    public static boolean isName(String name) {
        return ALL_NAMES.contains(name);
    }

    /** @return whether LaTeX has a command of that name */
    public static boolean hasLatex(String name) {
        return isName(name)
                && !name.equals("omicron")
                && (Character.isLowerCase(name.charAt(0)) || WITH_LATEX_CAPITAL.contains(" " + name + " "));
    }
}
