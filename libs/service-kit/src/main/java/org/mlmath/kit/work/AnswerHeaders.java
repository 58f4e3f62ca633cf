package org.mlmath.kit.work;

import java.util.Map;

/** What every answer has in its head, whoever gives it. Made known so that refusals that never reach the router have it too. */
public interface AnswerHeaders {
    /**
     * @param tls whether callers came by it
     * @return the headers, each with its value
     */
    Map<CharSequence, CharSequence> of(boolean tls);
}
