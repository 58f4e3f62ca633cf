package org.mlmath.kit.work;

import java.util.Map;

/**
 * What pages of other origins are told with every answer, so that they may read it. Made known so that they may also read what is refused
 * before anybody judges their origin.
 */
public interface PageHeaders {
    /**
     * @param origin of the page that asks; null where that could not be read
     * @return the headers, each with its value; none where the page may not read the answer
     */
    Map<CharSequence, CharSequence> of(String origin);
}
