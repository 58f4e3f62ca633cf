/** What a computation or a step of a request costs by itself, without a server around it. A class per subject, run by {@code ./mlmath bench}. */
package org.mlmath.bench;
