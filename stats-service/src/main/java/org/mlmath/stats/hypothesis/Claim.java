package org.mlmath.stats.hypothesis;

import org.mlmath.stats.number.Words;

/**
 * The two hypotheses as they stand in sentences.
 *
 * @param alternative a clause: "the mean differs from 0"
 * @param nullHypothesis a clause for "this is not evidence that …": "it equals 0"
 * @param supposing how a sentence supposes the null hypothesis: "Were it 0"
 * @param extreme what would then turn up rarely: "a t at least as extreme"
 */
public record Claim(String alternative, String nullHypothesis, String supposing, String extreme) {
    /** That a parameter has its null value, against the question's alternative. */
    public static Claim about(String parameter, TestQuestion question, String extreme) {
        String value = Words.number(question.nullValue());
        return new Claim(
                parameter + " " + question.alternative().words() + " " + value,
                "it equals " + value,
                "Were it " + value,
                extreme);
    }
}
